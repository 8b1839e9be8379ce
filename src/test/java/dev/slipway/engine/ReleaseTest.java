package dev.slipway.engine;

import static dev.slipway.execution.Status.NOT_EXECUTED;
import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SKIPPED;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.testing.Given.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.execution.AlreadyDecided;
import dev.slipway.execution.NotWaiting;
import dev.slipway.execution.NothingSelected;
import dev.slipway.execution.Verdict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ReleaseTest {

    @Inject
    Scripted scripted;

    @Test
    void runsPhaseAfterPhaseAndTaskAfterTask() {
        var release = Given.release("in-order")
                .phase(group(scripted("a"), scripted("b")))
                .phase(group(scripted("c"), scripted("d")))
                .create();

        var execution = Releaser.execute(release);

        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("a", "b", "c", "d");
        assertThat(Rows.audited("execution_started")).isOne();
        assertThat(Rows.audited("task_succeeded")).isEqualTo(4);
        assertThat(Rows.audited("execution_ended")).isOne();
    }

    @Test
    void runsTheGroupsOfAPhaseSideBySide() {
        scripted.block("a");
        scripted.block("b");
        var release = Given.release("side-by-side")
                .phase(group(scripted("a")), group(scripted("b")))
                .create();

        var execution = Releaser.execute(release);
        Releaser.awaitStep(execution, "a", RUNNING);
        Releaser.awaitStep(execution, "b", RUNNING);
        scripted.goOn("a");
        scripted.goOn("b");

        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
    }

    @Test
    void goesPastTasksAndPhasesThatWereNotSelected() {
        var release = Given.release("subset")
                .phase(group(scripted("a")))
                .phase(group(scripted("b"), scripted("c"), approval("d")), group(scripted("e")))
                .phase(group(scripted("f")))
                .create();

        var execution = Releaser.execute(release, "c", "f");

        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("c", "f");
        assertThat(Rows.statuses(execution))
                .isEqualTo(Map.of(
                        "a", SKIPPED, "b", SKIPPED, "c", SUCCESSFUL, "d", SKIPPED, "e", SKIPPED, "f", SUCCESSFUL));
    }

    @Test
    void startsNothingWhereNothingIsSelected() {
        var release = Given.release("nothing").phase(group(scripted("a"))).create();

        assertThatExceptionOfType(NothingSelected.class).isThrownBy(() -> Releaser.execute(release, new String[0]));
        assertThat(Rows.number("select count(*) from execution")).isZero();
    }

    @Test
    void startsNothingNewAfterTheFirstFailureAndLetsTheRestEnd() {
        scripted.block("b");
        scripted.fail("a", "It broke.");
        var release = Given.release("stop")
                .phase(group(scripted("a"), scripted("a2")), group(scripted("b"), scripted("b2")))
                .phase(group(scripted("c")))
                .create();

        var execution = Releaser.execute(release);
        Releaser.awaitStep(execution, "a", RELEASE_FAILED);
        var meanwhile = Rows.status(execution);
        scripted.goOn("b");

        assertThat(meanwhile).isEqualTo(RUNNING);
        assertThat(Releaser.end(execution)).isEqualTo(RELEASE_FAILED);
        assertThat(Rows.step(execution, "a").message()).isEqualTo("It broke.");
        assertThat(Rows.statuses(execution))
                .containsEntry("b", SUCCESSFUL)
                .containsEntry("a2", NOT_EXECUTED)
                .containsEntry("b2", NOT_EXECUTED)
                .containsEntry("c", NOT_EXECUTED);
    }

    @Test
    void withBestEffortAFailureEndsOnlyItsGroup() {
        scripted.fail("a", "It broke.");
        var release = Given.release("continue")
                .bestEffort()
                .phase(group(scripted("a"), scripted("a2")), group(scripted("b"), scripted("b2")))
                .phase(group(scripted("c")))
                .create();

        var execution = Releaser.execute(release);

        assertThat(Releaser.end(execution)).isEqualTo(RELEASE_FAILED);
        assertThat(Rows.statuses(execution))
                .containsEntry("a2", NOT_EXECUTED)
                .containsEntry("b2", SUCCESSFUL)
                .containsEntry("c", SUCCESSFUL);
    }

    @Test
    void decidesEachOfSeveralWaitingCheckpointsOnItsOwn() {
        var release = Given.release("checkpoints")
                .phase(group(approval("a"), scripted("a2")), group(trigger("b"), scripted("b2")))
                .create();
        var execution = Releaser.execute(release);
        assertThat(Rows.status(execution)).isEqualTo(TO_BE_APPROVED);

        Releaser.agree(execution, "b");
        Releaser.awaitStep(execution, "b2", SUCCESSFUL);
        var between = Rows.statuses(execution);
        var whole = Rows.status(execution);
        Releaser.agree(execution, "a");

        assertThat(between).containsEntry("a", TO_BE_APPROVED).containsEntry("a2", NOT_EXECUTED);
        assertThat(whole).isEqualTo(TO_BE_APPROVED);
        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("b2", "a2");
    }

    @Test
    void aRejectionEndsTheReleaseWhateverThePolicyAndClosesOtherCheckpoints() {
        var release = Given.release("rejected")
                .bestEffort()
                .phase(group(approval("a"), scripted("a2")), group(approval("b")))
                .phase(group(scripted("c")))
                .create();
        var execution = Releaser.execute(release);

        Releaser.reject(execution, "a");

        assertThat(Rows.status(execution)).isEqualTo(RELEASE_FAILED);
        assertThat(Rows.execution(execution).message()).isEqualTo("a was rejected by somebody.");
        assertThat(Rows.statuses(execution))
                .isEqualTo(Map.of("a", RELEASE_FAILED, "a2", NOT_EXECUTED, "b", NOT_EXECUTED, "c", NOT_EXECUTED));
        assertThatExceptionOfType(NotWaiting.class).isThrownBy(() -> Releaser.agree(execution, "b"));
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> Releaser.agree(execution, "a"))
                .withMessageStartingWith("Already decided by somebody at ");
        assertThat(scripted.runs()).isEmpty();
    }

    @Test
    void onlyApproversDecide() {
        var release = Given.release("guarded").phase(group(approval("a"))).create();
        var execution = Releaser.execute(release);
        var releaser = Given.actor("releaser", Role.RELEASER);

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> Releaser.decide(releaser, execution, "a", Verdict.AGREE));
        assertThat(Rows.status(execution, "a")).isEqualTo(TO_BE_APPROVED);
    }
}
