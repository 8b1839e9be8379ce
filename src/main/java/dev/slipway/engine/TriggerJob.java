package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.slipway.trace.Traces;
import dev.slipway.trigger.Starts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The durable job behind every trigger policy: a row that is due with its next start. It may run twice for the same start,
 * after a crash or on a node that was taken for dead; the second time there is nothing left to start.
 */
@ApplicationScoped
class TriggerJob {

    // A database that is away for a moment comes back; a release task that can't be started does not.
    private static final int UNEXPECTED_ERRORS = 5;

    // Nobody has clicked, so the trace of what starts begins here.
    private static final Traces.Part SCHEDULE = new Traces.Part(null, "schedule", Map.of());

    private final Starts starts;
    private final Traces traces;
    private final CustomTask<Void> task;

    TriggerJob(Starts starts, Traces traces, Clock clock) {
        this.starts = starts;
        this.traces = traces;
        this.task = Tasks.custom("trigger", Void.class)
                .onFailure((failed, job) -> job.reschedule(
                        failed,
                        clock.instant().plusSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5))))
                .onDeadExecution((died, job) -> job.reschedule(died, clock.instant()))
                .execute(this::work);
    }

    CustomTask<Void> task() {
        return task;
    }

    TaskInstance<Void> instance(UUID releaseTask, int revision) {
        return task.instance(releaseTask + "/" + revision);
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance, ExecutionContext context) {
        var parts = instance.getId().split("/", 2);
        var failures = context.getExecution().consecutiveFailures;
        return fire(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), failures)
                .<CompletionHandler<Void>>map(next -> (complete, job) -> job.reschedule(complete, next))
                .orElse((complete, job) -> job.remove());
    }

    private Optional<Instant> fire(UUID releaseTask, int revision, int failures) {
        try {
            return traces.within(SCHEDULE, () -> starts.fire(releaseTask, revision));
        } catch (RuntimeException unexpected) {
            if (failures + 1 < UNEXPECTED_ERRORS) {
                throw unexpected;
            }
            return starts.giveUp(releaseTask, revision, unexpected);
        }
    }
}
