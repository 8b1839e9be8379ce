package dev.slipway.engine;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Interventions;
import dev.slipway.execution.Status;
import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Role;
import dev.slipway.tasktype.Outcome;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do to a running or failed release, and what comes of it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class InterventionTest {

    @Inject
    Scripted scripted;

    @Inject
    Interventions interventions;

    @Test
    void stopLetsRunningTasksEndAndContinueGoesOnWhereItWas() {
        scripted.block("a");
        var execution = Releaser.execute(Given.release("stopped")
                .phase(group(scripted("a"), scripted("b")))
                .create());
        Releaser.awaitStep(execution, "a", Status.RUNNING);

        Releaser.stop(execution);
        assertThat(Rows.status(execution)).isEqualTo(Status.STOPPING);
        scripted.goOn("a");
        Releaser.awaitStatus(execution, Status.PAUSED);
        assertThat(Rows.status(execution, "b")).isEqualTo(Status.NOT_EXECUTED);

        Releaser.goOn(execution);
        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("a", "b");
    }

    @Test
    void stopWorksWhileOnlyACheckpointIsLeftAndContinueAsksAgain() {
        var execution = Releaser.execute(Given.release("asked")
                .phase(group(approval("go"), scripted("a")))
                .create());

        Releaser.stop(execution);

        assertThat(Rows.status(execution)).isEqualTo(Status.PAUSED);
        assertThat(Rows.status(execution, "go")).isEqualTo(Status.NOT_EXECUTED);
        Releaser.goOn(execution);
        assertThat(Rows.step(execution, "go").attempt()).isEqualTo(2);
        Releaser.agree(execution, "go");
        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void stoppingAPausedReleaseEndsIt() {
        var execution = Releaser.execute(Given.release("twice")
                .phase(group(approval("go"), scripted("a")))
                .create());

        Releaser.stop(execution);
        Releaser.stop(execution);

        assertThat(Rows.status(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(Rows.execution(execution).message()).isEqualTo("Terminated by somebody.");
    }

    @Test
    void terminateEndsAtOnceAndWhatATaskBeganIsCleanedUp() {
        scripted.lookAgain("a", 1000, Duration.ofMillis(20));
        var execution = Releaser.execute(Given.release("terminated")
                .phase(group(scripted("a"), scripted("b")))
                .create());
        await().until(() -> scripted.runs("a") > 2);

        Releaser.terminate(execution);

        assertThat(Rows.status(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(Rows.step(execution, "a").message()).isEqualTo("Terminated by somebody.");
        await().until(() -> scripted.abandoned().contains("a") && Rows.jobs() == 0);
        assertThat(Rows.status(execution, "b")).isEqualTo(Status.NOT_EXECUTED);
        assertThat(scripted.abandoned()).containsExactly("a");
    }

    @Test
    void whatATerminatedTaskStillReportsChangesNothing() {
        scripted.block("a");
        var execution = Releaser.execute(Given.release("zombie")
                .phase(group(scripted("a"), scripted("b")))
                .create());
        await().until(() -> scripted.runs("a") == 1);

        Releaser.terminate(execution);
        scripted.goOn("a");

        await().until(() -> Rows.jobs() == 0);
        assertThat(Rows.status(execution, "a")).isEqualTo(Status.RELEASE_FAILED);
        assertThat(scripted.abandoned()).containsExactly("a");
        assertThat(scripted.runs("b")).isZero();
    }

    @Test
    void retryRunsWhatFailedAndWhatWasNotExecutedAndKeepsTheRest() {
        scripted.fail("b", "It broke.");
        var execution = Releaser.execute(Given.release("retried")
                .phase(group(scripted("a")), group(scripted("b"), scripted("c")))
                .phase(group(scripted("d")))
                .create());
        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);

        scripted.on("b", ticket -> Scripted.succeeded());
        Releaser.retry(execution);

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(scripted.runs()).containsExactlyInAnyOrder("a", "b", "b", "c", "d");
        assertThat(Rows.step(execution, "b").attempt()).isEqualTo(2);
        assertThat(Rows.values("select message from step_attempt where attempt = 1"))
                .isEqualTo(List.of("It broke."));
        assertThat(Rows.audited("execution_retried")).isOne();
    }

    @Test
    void retryOfOneTaskLeavesTheOtherFailureAndNothingElseStarts() {
        scripted.block("a", ticket -> new Outcome.Failed("A broke."));
        scripted.block("b", ticket -> new Outcome.Failed("B broke."));
        var execution = Releaser.execute(Given.release("one")
                .phase(group(scripted("a"), scripted("c")), group(scripted("b")))
                .create());
        await().until(() -> scripted.runs().size() == 2);
        scripted.goOn("a");
        scripted.goOn("b");
        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);

        scripted.on("a", ticket -> Scripted.succeeded());
        Releaser.retry(execution, "a");

        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(Rows.statuses(execution))
                .containsEntry("a", Status.SUCCESSFUL)
                .containsEntry("b", Status.RELEASE_FAILED)
                .containsEntry("c", Status.NOT_EXECUTED);
    }

    @Test
    void aRejectedCheckpointAsksAgainOnRetryAndCantBeSkipped() {
        var execution = Releaser.execute(Given.release("rejected")
                .phase(group(approval("go"), scripted("a")))
                .create());
        Releaser.reject(execution, "go");

        assertThatThrownBy(() -> Releaser.skip(execution, "go", "I know better"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("A rejection can't be skipped");

        Releaser.retry(execution);
        assertThat(Rows.status(execution)).isEqualTo(Status.TO_BE_APPROVED);
        Releaser.agree(execution, "go");
        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.number("select count(*) from decision")).isEqualTo(2);
    }

    @Test
    void skippingAFailedTaskLetsTheReleaseGoOnAndSaysSo() {
        scripted.fail("a", "It broke.");
        var execution = Releaser.execute(Given.release("skipped")
                .phase(group(scripted("a"), scripted("b")))
                .create());
        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);

        Releaser.skip(execution, "a", "The check is known to be broken");

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.execution(execution).remark()).isEqualTo("1 skipped by somebody");
        assertThat(Rows.step(execution, "a").findWaiver().orElseThrow().reason())
                .isEqualTo("The check is known to be broken");
        assertThat(scripted.runs("b")).isOne();
    }

    @Test
    void skippingTheLastFailureOfAllEndsSuccessfully() {
        scripted.fail("a", "It broke.");
        var execution = Releaser.execute(
                Given.release("last").phase(group(scripted("a"))).create());
        Releaser.end(execution);
        var ended = Rows.step(execution, "a").endedAt();

        Releaser.skip(execution, "a", "Not needed");

        assertThat(Rows.status(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.step(execution, "a").endedAt()).isEqualTo(ended);
    }

    @Test
    void onlyTheLatestExecutionCanBeTakenUpAgain() {
        scripted.fail("a", "It broke.");
        var release = Given.release("old").phase(group(scripted("a"))).create();
        var first = Releaser.execute(release);
        Releaser.end(first);
        Releaser.end(Releaser.execute(release));

        assertThatThrownBy(() -> Releaser.retry(first))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Only its latest execution");
    }

    @Test
    void whoMayNotExecuteMayNotIntervene() {
        var execution = Releaser.execute(
                Given.release("mine").phase(group(approval("go"))).create());
        var developer = Given.actor("dev", Role.DEVELOPER, Role.APPROVER);

        assertThatThrownBy(() -> interventions.stop(developer, execution)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> interventions.terminate(developer, execution)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> interventions.goOn(developer, execution)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> interventions.retry(developer, execution, Set.of()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> interventions.skip(developer, execution, "go", "why"))
                .isInstanceOf(Forbidden.class);
    }
}
