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
                .map(assignment -> assignment.perform(context.getExecution().consecutiveFailures))
                .<CompletionHandler<Void>>map(outcome -> (complete, job) ->
                        QuarkusTransaction.requiringNew().run(() -> settle(attempt, outcome, complete, job)))
                .orElse((complete, job) -> job.remove());
    }

    /** Ending the job comes first: it fails for a node that no longer has it, and takes everything else along. */
    private void settle(Attempt attempt, Outcome outcome, ExecutionComplete complete, ExecutionOperations<Void> job) {
        if (outcome instanceof Outcome.LookAgain again) {
            job.reschedule(complete, clock.instant().plus(again.in()));
            executions.note(attempt.stepRun(), attempt.no(), again.what(), again.memo());
            return;
        }
        job.remove();
        if (outcome instanceof Outcome.Succeeded done) {
            executions.report(new Executions.Report(attempt.stepRun(), attempt.no(), true, done.said(), done.output()));
        } else if (outcome instanceof Outcome.Failed failed) {
            executions.report(new Executions.Report(attempt.stepRun(), attempt.no(), false, failed.why(), Map.of()));
        }
    }

    private void tryAgain(ExecutionComplete failed, ExecutionOperations<Void> job) {
        var pause = Duration.ofSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5));
        job.reschedule(failed, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }
}
