package dev.slipway.engine;

import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.TO_BE_APPROVED;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class WaitingTest {

    @Inject
    Scripted scripted;

    @ConfigProperty(name = "slipway.engine.threads")
    int threads;

    @Test
    void aWaitingCheckpointHasNoJobAtAll() {
        var release = Given.release("checkpoint")
                .phase(group(scripted("a"), approval("b")))
                .create();

        var execution = Releaser.execute(release);
        Releaser.awaitStep(execution, "b", TO_BE_APPROVED);

        assertThat(Rows.jobs()).isZero();
    }

    @Test
    void aTaskThatLooksAgainLaterKeepsNoThread() {
        scripted.lookAgain("a", 1, Duration.ofHours(1));
        var release = Given.release("later").phase(group(scripted("a"))).create();

        var execution = Releaser.execute(release);

        await().untilAsserted(
                        () -> assertThat(Rows.step(execution, "a").message()).isEqualTo("look 1"));
        assertThat(Rows.jobs()).isOne();
        assertThat(Rows.busyJobs()).isZero();
        assertThat(Rows.status(execution, "a")).isEqualTo(RUNNING);
    }

    @Test
    void aTaskRemembersBetweenTwoLooks() {
        scripted.lookAgain("a", 3, Duration.ZERO);
        var release = Given.release("looks").phase(group(scripted("a"))).create();

        var execution = Releaser.execute(release);

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(scripted.runs("a")).isEqualTo(4);
        assertThat(Rows.step(execution, "a").attempt()).isOne();
    }

    @Test
    void aNodeTakesNoMoreThanItHasThreadsFor() {
        scripted.block("a");
        var releases = IntStream.range(0, threads + 3)
                .mapToObj(no ->
                        Given.release("busy-" + no).phase(group(scripted("a"))).create())
                .toList();

        var executions = releases.stream().map(Releaser::execute).toList();
        await().until(() -> scripted.runs("a") == threads);

        // What is taken and waits for a thread would get no heartbeat, and be done once more as soon as it is missed.
        assertThat(Rows.busyJobs()).isEqualTo(threads);
        scripted.goOn("a");
        assertThat(executions).allSatisfy(one -> assertThat(Releaser.end(one)).isEqualTo(Status.SUCCESSFUL));
        assertThat(scripted.runs("a")).isEqualTo(threads + 3);
    }
}
