package dev.slipway.engine;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ConstraintTest {

    @Inject
    Scripted scripted;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 9})
    void aSuccessfulTaskStaysSuccessful(int status) {
        finished();

        assertRefused("update step_run set status = %d".formatted(status), "may not go from 2");
        assertRefused("update step_run set attempt = 2, status = %d".formatted(status), "may not go from 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 9})
    void aFailedTaskLeavesThatStatusOnlyByARetryOrWithAReason(int status) {
        scripted.fail("a", "It broke.");
        finished();

        assertRefused("update step_run set status = %d".formatted(status), "may not go from 3");
        assertRefused("update step_run set attempt = 2, status = %d".formatted(status), "may not go from 3");
        Rows.change("update execution set status = 14");
        assertThat(Rows.change("update step_run set status = 1")).isOne();
    }

    @Test
    void aFailedTaskIsSkippedOnlyWithAReason() {
        scripted.fail("a", "It broke.");
        finished();

        assertThat(Rows.change("update step_run set status = 9, waived_because = 'not needed'"))
                .isOne();
    }

    @Test
    void attemptsOnlyCountUp() {
        finished();

        assertRefused("update step_run set attempt = 0", "attempt 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 7, 13})
    void anEndedExecutionGoesOnlyToRestarting(int status) {
        finished();

        assertRefused("update execution set status = %d".formatted(status), "may not go from 2");
        assertThat(Rows.change("update execution set status = 14")).isOne();
    }

    @Test
    void aReleaseTaskHasOneActiveExecution() {
        Releaser.execute(Given.release("active").phase(group(approval("a"))).create());

        assertRefused(
                """
                insert into execution (id, release_task_id, project_id, region_id, release_name, no, status, fail_mode,
                  current_phase, started_by, started_at, change_no)
                select id + 1000000, release_task_id, project_id, region_id, release_name, no + 1, status, fail_mode,
                  current_phase, started_by, started_at, change_no from execution
                """,
                "one_active_execution");
    }

    @Test
    void anAttemptIsDecidedOnce() {
        var execution = Releaser.execute(
                Given.release("decided").phase(group(approval("a"))).create());
        Releaser.agree(execution, "a");

        assertRefused(
                """
                insert into decision select id + 1000000, step_run_id, attempt, 'REJECT', 'mallory', 'Mallory', '', now()
                from decision
                """,
                "decision_step_run_id_attempt_key");
    }

    @Test
    void whatHappenedStaysWhatHappened() {
        finished();

        for (var change :
                List.of("update audit_event set actor = 'nobody'", "delete from audit_event", "truncate audit_event")) {
            assertRefused(change, "permission denied for table audit_event");
            assertRefused(withEveryRight(change), "audit_event is append-only");
        }
    }

    /** As the owner of the table could do it who first gives back to themselves what the migration took. */
    private static String withEveryRight(String change) {
        return "do $$ begin grant all on audit_event to current_user; %s; end $$".formatted(change);
    }

    private static void finished() {
        var execution = Releaser.execute(
                Given.release("finished").phase(group(scripted("a"))).create());
        assertThat(Releaser.end(execution)).isIn(Status.SUCCESSFUL, Status.RELEASE_FAILED);
    }

    private static void assertRefused(String sql, String why) {
        assertThatThrownBy(() -> Rows.change(sql)).hasStackTraceContaining(why);
    }
}
