package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import dev.slipway.execution.RunningJob;
import dev.slipway.execution.StepJobs;
import dev.slipway.sql.RoundTrip;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The job that a thread has been given, as long as it has it. Ending an attempt ends the job too, or passes it on to the task
 * that starts: both only where nobody else has got the job meanwhile, which its version tells.
 */
class Hold implements RunningJob {

    private static final String END =
            "delete from scheduled_tasks where task_name = ? and task_instance = ? and version = ?";

    // Nothing that is indexed changes, so this costs little; and db-scheduler goes on with its heartbeats.
    private static final String PASS_ON =
            "update scheduled_tasks set task_data = ? where task_name = ? and task_instance = ? and version = ?";

    // Then others get their turn: what comes next is due like all the rest.
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ExecutionContext context;
    private final boolean maybePassedOn;
    private final long since = System.nanoTime();
    private RoundTrip.@Nullable Answer<Void> settled;

    /** @param maybePassedOn whether it may go on with another task than the one that it was made for */
    Hold(ExecutionContext context, boolean maybePassedOn) {
        this.context = context;
        this.maybePassedOn = maybePassedOn;
    }

    /** How often in a row its work has ended in an unexpected error. */
    int failures() {
        return job().consecutiveFailures;
    }

    @Override
    public Optional<StepJobs.Started> settle(RoundTrip trip, List<StepJobs.Started> started) {
        var next = goesOn() ? started.stream().findFirst() : Optional.<StepJobs.Started>empty();
        var job = job();
        settled = next.map(attempt -> trip.change(
                        PASS_ON, Words.bytes(Attempt.of(attempt).id()), job.getTaskName(), job.getId(), job.version))
                .orElseGet(() -> trip.change(END, job.getTaskName(), job.getId(), job.version));
        return next;
    }

    @Override
    public void requireSettled() {
        if (settled == null || settled.changed() != 1) {
            throw new Lost();
        }
    }

    /** Failures are counted for the job, and belong to the task at which it has failed. */
    private boolean goesOn() {
        return maybePassedOn
                && failures() == 0
                && !context.getSchedulerState().isShuttingDown()
                && System.nanoTime() - since < LONGEST.toNanos();
    }

    private Execution job() {
        return context.getExecution();
    }

    /** Somebody else has the job: this node was silent for too long. */
    static class Lost extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
