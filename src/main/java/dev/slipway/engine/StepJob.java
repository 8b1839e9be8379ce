package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.slipway.execution.Executions;
import dev.slipway.tasktype.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The durable job behind every attempt of a task. The work is done outside any transaction; what it came to, the state
 * that follows from it, and the end of this job are one transaction. A node that lost its job to another, because it was
 * silent for too long, fails to end it and so changes nothing.
 */
@ApplicationScoped
class StepJob {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Executions executions;
    private final Clock clock;
    private final CustomTask<Void> task;

    StepJob(Desk desk, Executions executions, Clock clock) {
        this.desk = desk;
        this.executions = executions;
        this.clock = clock;
        this.task = Tasks.custom("step", Void.class)
                .onFailure(this::tryAgain)
                .onDeadExecution((died, job) -> job.reschedule(died, clock.instant()))
                .execute(this::work);
    }

    CustomTask<Void> task() {
        return task;
    }

    TaskInstance<Void> instance(long stepRun, int attempt) {
        return task.instance(new Attempt(stepRun, attempt).id());
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance, ExecutionContext context) {
        var attempt = Attempt.of(instance.getId());
        return desk.take(attempt)
                .flatMap(found -> perform(found, context.getExecution().consecutiveFailures))
                .<CompletionHandler<Void>>map(outcome -> (complete, job) ->
                        QuarkusTransaction.requiringNew().run(() -> settle(attempt, outcome, complete, job)))
                .orElse((complete, job) -> job.remove());
    }

    private static Optional<Outcome> perform(Desk.Case found, int failuresSoFar) {
        if (found.atWork()) {
            return Optional.of(found.assignment().perform(failuresSoFar));
        }
        found.assignment().cleanUp();
        return Optional.empty();
    }

    /**
     * The end of the job fails for a node that no longer has it, and takes everything else along. Whatever an attempt came
     * to that somebody has terminated meanwhile, its job remains to clean up.
     */
    private void settle(Attempt attempt, Outcome outcome, ExecutionComplete complete, ExecutionOperations<Void> job) {
        if (outcome instanceof Outcome.LookAgain again) {
            var goesOn = executions.note(attempt.stepRun(), attempt.no(), again.what(), again.memo());
            job.reschedule(complete, goesOn ? clock.instant().plus(again.in()) : clock.instant());
        } else if (executions.isAtWork(attempt.stepRun(), attempt.no())) {
            job.remove();
            end(attempt, outcome);
        } else {
            job.reschedule(complete, clock.instant());
        }
    }

    private void end(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded done) {
            done.recording().run();
            executions.report(new Executions.Report(
                    attempt.stepRun(), attempt.no(), true, done.said(), done.output(), done.undo()));
        } else if (outcome instanceof Outcome.Failed failed) {
            failed.recording().run();
            executions.report(
                    new Executions.Report(attempt.stepRun(), attempt.no(), false, failed.why(), Map.of(), Map.of()));
        }
    }

    private void tryAgain(ExecutionComplete failed, ExecutionOperations<Void> job) {
        var pause = Duration.ofSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5));
        job.reschedule(failed, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }
}
