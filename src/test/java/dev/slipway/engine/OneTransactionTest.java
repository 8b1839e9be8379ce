package dev.slipway.engine;

import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.tasktype.Outcome;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class OneTransactionTest {

    @Inject
    Scripted scripted;

    @Inject
    EntityManager entities;

    @Test
    void aStartThatIsRolledBackLeavesNoJobAndRunsNothing() {
        var release = Given.release("rolled-back").phase(group(scripted("a"))).create();

        QuarkusTransaction.begin();
        Releaser.execute(release);
        var jobsInside = jobsInThisTransaction();
        var jobsOutside = Rows.jobs();
        QuarkusTransaction.rollback();

        assertThat(jobsInside).isOne();
        assertThat(jobsOutside).isZero();
        assertThat(Rows.jobs()).isZero();
        assertThat(Rows.number("select count(*) from execution")).isZero();
        assertThat(Rows.number("select count(*) from audit_event")).isZero();
        // The engine has worked on something later, and so would have seen the job if it were there.
        var other = Given.release("committed").phase(group(scripted("b"))).create();
        assertThat(Releaser.end(Releaser.execute(other))).isEqualTo(Status.SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("b");
    }

    @Test
    void aJobStaysWhereTheStateThatFollowsFromItCannotBeStored() {
        scripted.block("a");
        var release = Given.release("refused").phase(group(scripted("a"))).create();
        var execution = Releaser.execute(release);
        await().until(() -> scripted.runs("a") == 1);

        refuseChangesOfExecutions();
        try {
            scripted.goOn("a");
            await().until(() -> Rows.number("select last_value from refusal") > 1);

            assertThat(Rows.jobs()).isOne();
            assertThat(Rows.status(execution, "a")).isEqualTo(Status.RUNNING);
            assertThat(Rows.audited("task_succeeded")).isZero();
        } finally {
            Rows.change("drop sequence refusal cascade");
            Rows.change("drop function refuse() cascade");
            // Its work is lost to this node until it is taken for dead; no test should wait for that.
            Rows.change("delete from scheduled_tasks");
        }
    }

    /** A sequence remembers what is rolled back. */
    private static void refuseChangesOfExecutions() {
        Rows.change("create sequence refusal start with 1");
        Rows.values("select nextval('refusal')");
        Rows.change(
                """
                create function refuse() returns trigger language plpgsql as $$
                begin perform nextval('refusal'); raise exception 'not now'; end $$
                """);
        Rows.change("create trigger refuse before update on execution for each row execute function refuse()");
    }

    @Test
    void outputThatPostgresqlCannotStoreDoesNotKeepATaskFromEnding() {
        scripted.on(
                "a",
                ticket -> ticket.memo().isEmpty()
                        ? new Outcome.LookAgain(Duration.ZERO, "at \0", Map.of("of\0", "\0"))
                        : new Outcome.Succeeded("Done\0.", Map.of("body", Map.of("lines", List.of("\0")))));
        var release = Given.release("nul").phase(group(scripted("a"))).create();

        var execution = Releaser.execute(release);

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.step(execution, "a").message()).isEqualTo("Done\uFFFD.");
    }

    private long jobsInThisTransaction() {
        return ((Number) entities.createNativeQuery("select count(*) from scheduled_tasks")
                        .getSingleResult())
                .longValue();
    }
}
