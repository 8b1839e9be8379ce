package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.slipway.execution.Executions;
import dev.slipway.execution.StepJobs;
import dev.slipway.tasktype.Outcome;
import dev.slipway.trace.Traces;
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
    private final WorkMetrics metrics;
    private final Traces traces;
    private final Clock clock;
    private final CustomTask<Void> task;

    StepJob(Desk desk, Executions executions, WorkMetrics metrics, Traces traces, Clock clock) {
        this.desk = desk;
        this.executions = executions;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        this.task = Tasks.custom("step", Void.class)
                .onFailure(this::tryAgain)
                .onDeadExecution((died, job) -> job.reschedule(died, clock.instant()))
                .execute(this::work);
    }

    CustomTask<Void> task() {
        return task;
    }

    TaskInstance<Void> instance(StepJobs.Started started) {
        return task.instance(Attempt.of(started).id());
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance, ExecutionContext context) {
        return desk.take(Attempt.of(instance.getId()))
                .flatMap(found -> work(found, context.getExecution().consecutiveFailures))
                .orElse((complete, job) -> job.remove());
    }

    private Optional<CompletionHandler<Void>> work(Desk.Case found, int failuresSoFar) {
        return LogLabels.around(
                        found.about(), () -> traces.within(part(found.about()), () -> perform(found, failuresSoFar)))
                .map(outcome -> (complete, job) -> settle(found, outcome, complete, job));
    }

    private static Traces.Part part(Desk.About about) {
        return new Traces.Part(
                about.traceParent(),
                "task " + about.taskType(),
                Map.of(
                        "slipway.release",
                        about.release(),
                        "slipway.execution",
                        String.valueOf(about.execution()),
                        "slipway.step",
                        about.step(),
                        "slipway.attempt",
                        String.valueOf(about.attempt())));
    }

    private Optional<Outcome> perform(Desk.Case found, int failuresSoFar) {
        var begun = System.nanoTime();
        try {
            if (found.atWork()) {
                return Optional.of(found.assignment().perform(failuresSoFar));
            }
            found.assignment().cleanUp();
            return Optional.empty();
        } finally {
            metrics.worked(found.about().taskType(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void settle(Desk.Case found, Outcome outcome, ExecutionComplete complete, ExecutionOperations<Void> job) {
        boolean ended = LogLabels.around(found.about(), () -> QuarkusTransaction.requiringNew()
                .call(() -> settleAtOnce(found, outcome, complete, job)));
        if (ended) {
            metrics.ended(
                    found.about().taskType(),
                    outcome instanceof Outcome.Succeeded,
                    Duration.between(found.about().startedAt(), clock.instant()));
        }
    }

    /**
     * The end of the job fails for a node that no longer has it, and takes everything else along. Whatever an attempt came
     * to that somebody has terminated meanwhile, its job remains to clean up.
     *
     * @return whether the attempt has ended with it
     */
    private boolean settleAtOnce(
            Desk.Case found, Outcome outcome, ExecutionComplete complete, ExecutionOperations<Void> job) {
        var attempt = found.attempt();
        if (outcome instanceof Outcome.LookAgain again) {
            var goesOn = executions.note(attempt.stepRun(), attempt.no(), again.what(), again.memo());
            job.reschedule(complete, goesOn ? clock.instant().plus(again.in()) : clock.instant());
            return false;
        }
        if (end(found.executionId(), attempt, outcome)) {
            job.remove();
            return true;
        }
        job.reschedule(complete, clock.instant());
        return false;
    }

    private boolean end(long execution, Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded done) {
            var report = new Executions.Report(
                    attempt.stepRun(), attempt.no(), true, done.said(), done.output(), done.undo());
            return executions.report(execution, report, done.recording());
        }
        var failed = (Outcome.Failed) outcome;
        var report = new Executions.Report(attempt.stepRun(), attempt.no(), false, failed.why(), Map.of(), Map.of());
        return executions.report(execution, report, failed.recording());
    }

    private void tryAgain(ExecutionComplete failed, ExecutionOperations<Void> job) {
        var pause = Duration.ofSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5));
        job.reschedule(failed, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }
}
