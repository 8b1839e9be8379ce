package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.testing.Database;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PulseTest {

    @Test
    void aSchedulerThatFindsNothingToDoHasLookedAllTheSame() {
        var engine = Arc.container().instance(Engine.class).get();
        var begun = System.nanoTime();

        assertThat(engine.isRunning()).isTrue();
        await("the next look").until(() -> engine.silence().toNanos() < System.nanoTime() - begun);
    }
}
