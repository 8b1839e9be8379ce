package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.slipway.execution.Brief;
import dev.slipway.execution.LostJob;
import dev.slipway.tasktype.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The durable jobs behind the attempts of tasks. A task that starts gets a lane: a job that goes on, in the same thread, with
 * the task that starts when it ends, and with the one after that. Which one it is at is the data of the job, and changes in
 * the transaction that ends one task and starts the next (see {@link JobRows}). An attempt that is to be looked at again later has a job that is
 * called after it, so that whoever knows the attempt can wake it up.
 */
@ApplicationScoped
class StepJob {

    private static final Logger LOG = Logger.getLogger(StepJob.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Worker worker;
    private final Clock clock;
    private final CustomTask<String> lane;
    private final CustomTask<Void> step;

    StepJob(Desk desk, Worker worker, Clock clock) {
        this.desk = desk;
        this.worker = worker;
        this.clock = clock;
        this.lane = Tasks.custom("lane", String.class)
                .onFailure(this::tryAgain)
                .onDeadExecution((died, job) -> job.reschedule(died, clock.instant()))
                .execute((job, context) -> work(Attempt.of(job.getData()), new Hold(context, true)));
        this.step = Tasks.custom("step", Void.class)
                .onFailure(this::tryAgain)
                .onDeadExecution((died, job) -> job.reschedule(died, clock.instant()))
                .execute((job, context) -> work(Attempt.of(job.getId()), new Hold(context, false)));
    }

    List<Task<?>> tasks() {
        return List.of(lane, step);
    }

    private <T> CompletionHandler<T> work(Attempt first, Hold hold) {
        try {
            return workOn(first, hold);
        } catch (LostJob lost) {
            LOG.warnf("What attempt %s came to counts for nothing here: another node has its job", first.id());
            return (complete, job) -> {};
        }
    }

    private <T> CompletionHandler<T> workOn(Attempt first, Hold hold) {
        var failures = hold.failures();
        for (var found = desk.take(first); found.isPresent(); failures = 0) {
            var brief = found.get().brief();
            var outcome = worker.perform(found.get(), failures);
            if (outcome.isEmpty()) {
                break;
            }
            if (outcome.get() instanceof Outcome.LookAgain again) {
                return (complete, job) -> putOff(brief, again, complete, job);
            }
            var reported = worker.report(brief, outcome.get(), hold);
            if (!reported.taken()) {
                // Somebody has terminated it meanwhile, and its job remains to clean up.
                return (complete, job) -> job.reschedule(complete, clock.instant());
            }
            if (reported.next().isEmpty()) {
                return (complete, job) -> {};
            }
            found = reported.next().map(desk::take);
        }
        return (complete, job) -> job.remove();
    }

    /** The end of the job fails for a node that no longer has it, and takes everything else along. */
    private <T> void putOff(
            Brief brief, Outcome.LookAgain again, ExecutionComplete complete, ExecutionOperations<T> job) {
        LogLabels.around(brief, () -> QuarkusTransaction.requiringNew().call(() -> {
            var due = worker.note(brief, again) ? clock.instant().plus(again.in()) : clock.instant();
            reschedule(new Attempt(brief.stepRun(), brief.attempt()), due, complete, job);
            return due;
        }));
    }

    private <T> void reschedule(Attempt attempt, Instant due, ExecutionComplete complete, ExecutionOperations<T> job) {
        if (complete.getExecution().getTaskName().equals(step.getName())) {
            job.reschedule(complete, due);
        } else {
            job.removeAndScheduleNew(SchedulableInstance.of(step.instance(attempt.id()), due));
        }
    }

    private <T> void tryAgain(ExecutionComplete failed, ExecutionOperations<T> job) {
        var pause = Duration.ofSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5));
        job.reschedule(failed, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }
}
