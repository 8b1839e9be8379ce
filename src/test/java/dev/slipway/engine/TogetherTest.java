package dev.slipway.engine;

import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Briefs;
import dev.slipway.execution.Ending;
import dev.slipway.execution.Executions;
import dev.slipway.execution.LostJob;
import dev.slipway.execution.RunningJob;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ends of attempts that are written down together: each counts or not as if it were alone. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TogetherTest {

    @Inject
    Scripted scripted;

    @Inject
    Executions executions;

    @Inject
    Briefs briefs;

    @Inject
    EntityManager entities;

    @Test
    void eachEndStartsWhatFollowsIt() {
        scripted.block("a");
        var first = running("first");
        var second = running("second");

        var taken = together(List.of(ending(first, 1, 0), ending(second, 1, 0)));

        assertThat(taken).isEqualTo(Set.of(first, second));
        assertThat(Releaser.end(first)).isEqualTo(SUCCESSFUL);
        assertThat(Releaser.end(second)).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs("b-first")).isOne();
        assertThat(scripted.runs("b-second")).isOne();
        assertThat(Rows.audited("task_succeeded")).isEqualTo(4);
        assertThat(Rows.audited("execution_ended")).isEqualTo(2);
    }

    @Test
    void anEndOfAnotherAttemptIsLeftOut() {
        scripted.block("a");
        var first = running("first");
        var second = running("second");

        var taken = together(List.of(ending(first, 0, 0), ending(second, 1, 0)));

        assertThat(taken).isEqualTo(Set.of(second));
        assertThat(Rows.status(first, "a")).isEqualTo(RUNNING);
        assertThat(Rows.status(second, "a")).isEqualTo(SUCCESSFUL);
    }

    @Test
    void anExecutionAtWhichSomebodyElseIsKeepsNobodyWaiting() {
        scripted.block("a");
        var first = running("first");
        var second = running("second");
        var endings = List.of(ending(first, 1, 0), ending(second, 1, 0));

        var taken = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select id from execution where id = ?1 for update")
                    .setParameter(1, first)
                    .getResultList();
            return together(endings);
        });

        assertThat(taken).isEqualTo(Set.of(second));
        assertThat(Rows.status(first, "a")).isEqualTo(RUNNING);
        assertThat(Rows.status(second, "a")).isEqualTo(SUCCESSFUL);
    }

    @Test
    void aJobThatIsLostTakesAllBack() {
        scripted.block("a");
        var first = running("first");
        var second = running("second");
        var endings = List.of(ending(first, 1, 1), ending(second, 1, 0));

        assertThatExceptionOfType(LostJob.class).isThrownBy(() -> together(endings));

        assertThat(Rows.status(first, "a")).isEqualTo(RUNNING);
        assertThat(Rows.status(second, "a")).isEqualTo(RUNNING);
        assertThat(Rows.jobs()).isEqualTo(2);
        assertThat(Rows.audited("task_succeeded")).isZero();
    }

    @Test
    void oneThatCannotBeWrittenDownKeepsNoOtherFromIt() {
        scripted.block(
                "a",
                ticket -> ticket.release().name().equals("many-0")
                        ? new Outcome.Succeeded("No column takes this.", Map.of("value", new Object()))
                        : Scripted.succeeded());
        var started =
                IntStream.range(0, 12).mapToObj(no -> running("many-" + no)).toList();

        scripted.goOn("a");

        started.subList(1, 12)
                .forEach(execution -> assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL));
        assertThat(Rows.status(started.get(0), "a")).isEqualTo(RUNNING);
        Rows.change("delete from scheduled_tasks");
    }

    private long running(String name) {
        var before = scripted.runs("a");
        var release = Given.release(name)
                .phase(group(scripted("a"), scripted("b-" + name)))
                .create();
        var execution = Releaser.execute(release);
        await().until(() -> scripted.runs("a") == before + 1);
        return execution;
    }

    private Ending ending(long execution, int attempt, int versionsOff) {
        var step = Rows.step(execution, "a");
        var id = step.id() + "-1";
        var version = Rows.number("select version from scheduled_tasks where task_instance = ?1", id);
        return new Ending(
                briefs.find(step.id(), attempt).orElseThrow(),
                new Executions.Report(true, "Done.", Map.of(), Map.of(), Outcome.NOTHING),
                new RunningJob("lane", id, version + versionsOff, false));
    }

    private Set<Long> together(List<Ending> endings) {
        return QuarkusTransaction.requiringNew()
                .call(() -> executions.reportTogether(endings).keySet());
    }
}
