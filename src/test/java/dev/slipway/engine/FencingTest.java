package dev.slipway.engine;

import static dev.slipway.execution.Status.PAUSED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;
import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Briefs;
import dev.slipway.execution.Ending;
import dev.slipway.execution.Executions;
import dev.slipway.execution.NotWaiting;
import dev.slipway.execution.RunningJob;
import dev.slipway.execution.Verdict;
import dev.slipway.project.Role;
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
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FencingTest {

    @Inject
    Scripted scripted;

    @Inject
    Executions executions;

    @Inject
    Briefs briefs;

    @Test
    void anOutcomeOfAnotherAttemptChangesNothing() {
        scripted.block("a");
        var release = Given.release("stale").phase(group(scripted("a"))).create();
        var execution = Releaser.execute(release);
        Releaser.awaitStep(execution, "a", RUNNING);
        var step = Rows.step(execution, "a");

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(isTaken(step.id(), 0, true)).isFalse();
            assertThat(isTaken(step.id(), 2, false)).isFalse();
            executions.note(step.id(), 0, "says something", Map.of("memo", "old"));
        });

        assertThat(Rows.step(execution, "a").message()).isNull();
        assertThat(Rows.step(execution, "a").memo()).isNull();
        assertThat(Rows.status(execution)).isEqualTo(RUNNING);
        scripted.goOn("a");
        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
    }

    @Test
    void anOutcomeAfterTheEndChangesNothing() {
        var release = Given.release("over").phase(group(scripted("a"))).create();
        var execution = Releaser.execute(release);
        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
        var step = Rows.step(execution, "a");

        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(isTaken(step.id(), 1, false)).isFalse());

        assertThat(Rows.step(execution, "a").message()).isEqualTo("Done.");
        assertThat(Rows.status(execution)).isEqualTo(SUCCESSFUL);
        assertThat(Rows.audited("task_failed")).isZero();
    }

    @Test
    void aDecisionAboutAnotherAttemptIsRefused() {
        var release = Given.release("other-attempt").phase(group(approval("a"))).create();
        var execution = Releaser.execute(release);
        var approver = Given.actor("ann", Role.APPROVER);

        assertThatExceptionOfType(NotWaiting.class)
                .isThrownBy(() -> executions.decide(
                        approver, new Executions.Deciding(execution, "a", 2, Verdict.AGREE, "too early")));
        assertThat(Rows.status(execution, "a")).isEqualTo(TO_BE_APPROVED);
        assertThat(Rows.number("select count(*) from decision")).isZero();
    }

    @Test
    void aNodeThatLostItsJobChangesNothingWithItsLateOutcome() {
        var late = new CountDownLatch(1);
        scripted.block("a", ticket -> {
            late.countDown();
            return new Outcome.Failed("Said by a node that was silent for too long.");
        });
        var release = Given.release("zombie")
                .phase(group(scripted("a"), scripted("b")))
                .create();
        var execution = Releaser.execute(release);
        await().until(() -> scripted.runs("a") == 1);

        letAnotherNodeHaveTheJob();
        scripted.goOn("a");
        await().until(() -> late.getCount() == 0);
        scripted.on("a", ticket -> Scripted.succeeded());
        await().until(EngineThreads::areIdle);

        assertThat(Rows.status(execution, "a")).isEqualTo(RUNNING);
        assertThat(Rows.audited("task_failed")).isZero();
        letTheOtherNodeGiveItBack();
        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("a", "a", "b");
    }

    @Test
    void aTaskThatFollowedInTheSameJobGoesOnElsewhere() {
        var late = new CountDownLatch(1);
        scripted.block("b", ticket -> {
            late.countDown();
            return new Outcome.Failed("Said by a node that was silent for too long.");
        });
        var release = Given.release("follower")
                .phase(group(scripted("a"), scripted("b"), scripted("c")))
                .create();
        var execution = Releaser.execute(release);
        await().until(() -> scripted.runs("b") == 1);

        letAnotherNodeHaveTheJob();
        scripted.goOn("b");
        await().until(() -> late.getCount() == 0);
        scripted.on("b", ticket -> Scripted.succeeded());
        await().until(EngineThreads::areIdle);

        assertThat(Rows.status(execution, "b")).isEqualTo(RUNNING);
        assertThat(Rows.audited("task_failed")).isZero();
        letTheOtherNodeGiveItBack();
        assertThat(Releaser.end(execution)).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs()).containsExactly("a", "b", "b", "c");
    }

    @Test
    void whatSomebodyDidSinceATaskStartedCountsAtItsEnd() {
        scripted.block("b");
        var release = Given.release("overtaken")
                .phase(group(scripted("a"), scripted("b"), scripted("c")))
                .create();
        var execution = Releaser.execute(release);
        await().until(() -> scripted.runs("b") == 1);

        Releaser.stop(execution);
        scripted.goOn("b");

        Releaser.awaitStatus(execution, PAUSED);
        assertThat(Rows.status(execution, "b")).isEqualTo(SUCCESSFUL);
        assertThat(scripted.runs("c")).isZero();
        assertThat(Rows.audited("task_succeeded")).isEqualTo(2);
        assertThat(Rows.jobs()).isZero();
    }

    private boolean isTaken(long step, int attempt, boolean succeeded) {
        Runnable recording = () -> fail("recorded what a stale attempt changed");
        var report = new Executions.Report(succeeded, "Said too late.", Map.of(), Map.of(), recording);
        var job = new RunningJob("lane", "none", 0, false);
        return executions
                .report(new Ending(briefs.find(step, attempt).orElseThrow(), report, job))
                .taken();
    }

    private static void letAnotherNodeHaveTheJob() {
        assertThat(Rows.change("update scheduled_tasks set picked_by = 'another node', version = version + 1"))
                .isOne();
    }

    private static void letTheOtherNodeGiveItBack() {
        Rows.change("update scheduled_tasks set picked = false, picked_by = null, version = version + 1");
    }
}
