package dev.slipway.engine;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.AlreadyActive;
import dev.slipway.execution.AlreadyDecided;
import dev.slipway.execution.Execution;
import dev.slipway.execution.Executions;
import dev.slipway.execution.NotWaiting;
import dev.slipway.execution.Status;
import dev.slipway.execution.StepRun;
import dev.slipway.execution.Verdict;
import dev.slipway.project.Role;
import dev.slipway.release.ReleaseTask;
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
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RaceTest {

    private static final int ROUNDS = 200;

    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private final CyclicBarrier together = new CyclicBarrier(2);

    @Inject
    Scripted scripted;

    @Inject
    Executions executions;

    @AfterEach
    void stop() {
        two.shutdownNow();
    }

    @Test
    void ofTwoSimultaneousDecisionsExactlyOneWins() throws Exception {
        var waiting = IntStream.range(0, ROUNDS)
                .mapToObj(round -> Given.release("race-" + round)
                        .phase(group(approval("a"), scripted("b")))
                        .create())
                .map(Releaser::execute)
                .toList();

        for (var execution : waiting) {
            var losers = race(() -> decide("ann", execution), () -> decide("bob", execution));

            assertThat(losers).singleElement().isInstanceOf(AlreadyDecided.class);
        }
        waiting.forEach(execution -> assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL));
        assertThat(Rows.number("select count(*) from decision")).isEqualTo(ROUNDS);
        assertThat(Rows.audited("checkpoint_agreed")).isEqualTo(ROUNDS);
        assertThat(scripted.runs("b")).isEqualTo(ROUNDS);
    }

    @Test
    void ofTwoSimultaneousExecutesExactlyOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            var release =
                    Given.release("race-" + round).phase(group(approval("a"))).create();

            var losers = race(() -> Releaser.execute(release), () -> Releaser.execute(release));

            assertThat(losers).singleElement().isInstanceOf(AlreadyActive.class);
        }
    }

    @Test
    void whatWaitsForOthersToEndIsLaterThanThem() {
        scripted.block("a");
        var execution = Releaser.execute(
                Given.release("late").phase(group(scripted("a"))).create());
        await().until(() -> scripted.runs("a") == 1);

        var others = QuarkusTransaction.requiringNew().call(() -> {
            Execution.findById(execution, LockModeType.PESSIMISTIC_WRITE);
            scripted.goOn("a");
            await().until(() ->
                    Rows.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
            return Instant.now();
        });

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.step(execution, "a").endedAt()).isAfter(others);
    }

    @Test
    void whoReadThePageBeforeTheLockStillLosesAgainstAnEarlierDecision() {
        var release = Given.release("read-first")
                .phase(group(approval("a")), group(approval("b")))
                .create();
        var execution = Releaser.execute(release);

        QuarkusTransaction.requiringNew().run(() -> {
            var readBefore = Execution.byId(execution);
            QuarkusTransaction.requiringNew().run(() -> Releaser.agree(execution, "b"));
            Releaser.agree(execution, "a");
            assertThat(readBefore.status()).isEqualTo(Status.SUCCESSFUL);
        });

        assertThat(Rows.status(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.execution(execution).changeNo()).isEqualTo(3);
    }

    @Test
    void whoReadACheckpointBeforeItWasWithdrawnCanDecideItNoMore() {
        scripted.block("b", ticket -> new Outcome.Failed("It broke."));
        var execution = Releaser.execute(Given.release("withdrawn")
                .phase(group(approval("a")), group(scripted("b")))
                .create());

        QuarkusTransaction.begin();
        var statusBefore = StepRun.byName(Execution.byId(execution), "a").status();
        scripted.goOn("b");
        Releaser.awaitStatus(execution, Status.RELEASE_FAILED);
        var problem = problemOf(() -> decide("ann", execution));
        QuarkusTransaction.rollback();

        assertThat(statusBefore).isEqualTo(Status.TO_BE_APPROVED);
        assertThat(problem).singleElement().isInstanceOf(NotWaiting.class);
    }

    @Test
    void whoReadTheTasksBeforeOneFailedRetriesItAsItIs() {
        scripted.block("a", ticket -> new Outcome.Failed("It broke."));
        var execution = Releaser.execute(
                Given.release("read-first").phase(group(scripted("a"))).create());

        QuarkusTransaction.requiringNew().run(() -> {
            var readBefore = List.of(
                    Execution.byId(execution).phases(),
                    Execution.byId(execution).steps());
            scripted.goOn("a");
            Releaser.awaitStatus(execution, Status.RELEASE_FAILED);
            scripted.on("a", ticket -> Scripted.succeeded());
            Releaser.retry(execution);
            assertThat(readBefore).hasSize(2);
        });

        assertThat(Releaser.end(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(Rows.values("select message from step_attempt")).isEqualTo(List.of("It broke."));
        assertThat(Rows.number("select count(*) from phase_run where running = 0 and failed = 0 and succeeded = 1"))
                .isOne();
    }

    @Test
    void whoReadTheReleaseTaskBeforeTheLockIsToldAboutTheActiveExecution() {
        var release = Given.release("read-first").phase(group(approval("a"))).create();

        QuarkusTransaction.begin();
        var executionsBefore = ReleaseTask.byId(release).executions();
        QuarkusTransaction.requiringNew().run(() -> Releaser.execute(release));
        var problem = problemOf(() -> Releaser.execute(release));
        QuarkusTransaction.rollback();

        assertThat(executionsBefore).isZero();
        assertThat(problem).singleElement().isInstanceOf(AlreadyActive.class);
    }

    private Object decide(String who, long execution) {
        return executions.decide(
                Given.actor(who, Role.APPROVER), new Executions.Deciding(execution, "a", 1, Verdict.AGREE, ""));
    }

    private List<Throwable> race(Callable<?> one, Callable<?> other) throws InterruptedException {
        var runners = List.<Callable<Object>>of(
                () -> {
                    together.await();
                    return one.call();
                },
                () -> {
                    together.await();
                    return other.call();
                });
        var problems = new ArrayList<Throwable>();
        for (Future<Object> runner : two.invokeAll(runners)) {
            problems.addAll(problemOf(runner::get));
        }
        return problems;
    }

    private static List<Throwable> problemOf(Callable<?> deed) {
        try {
            deed.call();
            return List.of();
        } catch (ExecutionException e) {
            return List.of(e.getCause());
        } catch (Exception e) {
            return List.of(e);
        }
    }
}
