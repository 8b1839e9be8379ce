package dev.slipway.engine;

import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.testing.Given.task;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TroubleTest {

    @Inject
    Scripted scripted;

    @Test
    void aTaskThatIsNotDoneWithinItsTimeLimitIsAbandonedAndFails() {
        scripted.lookAgain("a", 1, Duration.ofHours(1));
        var release = Given.release("too-late")
                .phase(group(scripted("a").within(Duration.ofSeconds(1))))
                .create();

        var execution = Releaser.execute(release);

        assertThat(Releaser.end(execution)).isEqualTo(RELEASE_FAILED);
        assertThat(Rows.step(execution, "a").message()).isEqualTo("It was not done within its time limit of 1 s.");
        assertThat(scripted.abandoned()).containsExactly("a");
        assertThat(Rows.jobs()).isZero();
    }

    @Test
    void anUnexpectedErrorIsTriedAgain() {
        var errors = new AtomicInteger();
        scripted.on("a", ticket -> {
            if (errors.incrementAndGet() < 3) {
                throw new IllegalStateException("gone for a moment");
            }
            return Scripted.succeeded();
        });
        var release = Given.release("hiccup").phase(group(scripted("a"))).create();

        var execution = Releaser.execute(release);
        retryAtOnceUntilItEnds(execution);

        assertThat(Rows.status(execution)).isEqualTo(SUCCESSFUL);
        assertThat(Rows.step(execution, "a").attempt()).isOne();
        assertThat(scripted.abandoned()).isEmpty();
    }

    @Test
    void anErrorThatComesBackFailsTheTaskUnderAnIncident() {
        scripted.on("a", ticket -> {
            throw new IllegalStateException("a bug");
        });
        var release = Given.release("bug").phase(group(scripted("a"))).create();

        var execution = Releaser.execute(release);
        retryAtOnceUntilItEnds(execution);

        assertThat(Rows.status(execution)).isEqualTo(RELEASE_FAILED);
        assertThat(Rows.step(execution, "a").message())
                .startsWith("An unexpected error, 6 times in a row: a bug. The log has the details under incident ");
        assertThat(scripted.runs("a")).isEqualTo(6);
        assertThat(scripted.abandoned()).containsExactly("a");
    }

    @Test
    void aBuildInAnEnvironmentThatIsMissingFailsAndSaysSo() {
        var input = Map.<String, Object>of(
                "environment", "nowhere",
                "source", "shop/catalog",
                "command", List.of("java", "Build.java"),
                "output", "out",
                "artifact", "catalog");
        var release =
                Given.release("nowhere").phase(group(task("a", "build", input))).create();

        var execution = Releaser.execute(release);

        assertThat(Releaser.end(execution)).isEqualTo(RELEASE_FAILED);
        assertThat(Rows.step(execution, "a").message()).isEqualTo("There is no environment nowhere in this region.");
    }

    @Test
    void aTaskWithALongAddressCanBeExecuted() {
        var address = "http://localhost/" + "long".repeat(400);
        var release = Given.release("long-address")
                .phase(group(approval("a"), task("b", "http_request", Map.of("url", address))))
                .create();

        var execution = Releaser.execute(release);

        assertThat(Rows.step(execution, "b").target()).hasSize(256).endsWith("…");
    }

    private static void retryAtOnceUntilItEnds(long execution) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Rows.change("update scheduled_tasks set execution_time = now() where not picked");
            return Rows.status(execution) != Status.RUNNING;
        });
    }
}
