package dev.slipway.engine;

import static dev.slipway.testing.Given.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.Artifacts;
import dev.slipway.execution.Status;
import dev.slipway.target.Progress;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.ScriptedTarget;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class OneWriterTest {

    @Inject
    Artifacts artifacts;

    @Inject
    ScriptedTarget target;

    @BeforeEach
    void prepare() {
        var environment = Given.environment("staging", "scripted");
        Given.application("shop");
        artifacts.record(new Artifacts.Built(environment, "cart", "1.0.0", "/artifacts/cart", 1));
    }

    @Test
    void aSecondReleaseOfAComponentWaitsForTheFirstAndThenGoesOnByItself() {
        target.let("1.0.0", new Progress.Working("starting"));
        var first = Releaser.execute(deployment("first", "1.0.0"));
        await().until(() -> target.running("cart").equals("1.0.0"));
        var second = Releaser.execute(deployment("second", "2.0.0"));

        await().untilAsserted(() -> assertThat(Rows.step(second, "deploy").message())
                .startsWith("waits for first, execution 1, which changes cart since "));
        assertThat(target.running("cart")).isEqualTo("1.0.0");
        target.let("1.0.0", new Progress.Ready("http://localhost/"));

        assertThat(Releaser.end(first)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Releaser.end(second)).isEqualTo(Status.SUCCESSFUL);
        assertThat(target.running("cart")).isEqualTo("2.0.0");
        assertThat(Rows.audited("component_deployed")).isEqualTo(2);
    }

    @Test
    void aFailedReleaseLetsTheComponentGo() {
        target.let("1.0.0", new Progress.Broken("It crashed."));

        var first = Releaser.execute(deployment("first", "1.0.0"));
        assertThat(Releaser.end(first)).isEqualTo(Status.RELEASE_FAILED);
        var second = Releaser.execute(deployment("second", "2.0.0"));

        assertThat(Releaser.end(second)).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void aReleaseThatRunsOutOfTimeLetsTheComponentGo() {
        target.let("1.0.0", new Progress.Working("starting"));
        var task = task("1.0.0").within(Duration.ofSeconds(1));

        var first = Releaser.execute(Given.release("first").phase(group(task)).create());
        assertThat(Releaser.end(first)).isEqualTo(Status.RELEASE_FAILED);
        var second = Releaser.execute(deployment("second", "2.0.0"));

        assertThat(Releaser.end(second)).isEqualTo(Status.SUCCESSFUL);
    }

    private static UUID deployment(String release, String version) {
        return Given.release(release).phase(group(task(version))).create();
    }

    private static Given.Task task(String version) {
        return Given.task(
                "deploy",
                "create_component",
                Map.of(
                        "application", "shop",
                        "component", "cart",
                        "environment", "staging",
                        "version", version,
                        "artifact", "cart",
                        "run", Map.of("command", List.of("cart"), "port", 9050, "health", "/health")));
    }
}
