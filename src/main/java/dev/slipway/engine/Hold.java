package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import dev.slipway.execution.RunningJob;
import java.time.Duration;

/** The job that a thread has been given, as long as it has it. */
class Hold {

    // Then others get their turn: what comes next is due like all the rest.
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ExecutionContext context;
    private final boolean maybePassedOn;
    private final long since = System.nanoTime();

    /** @param maybePassedOn whether it may go on with another task than the one that it was made for */
    Hold(ExecutionContext context, boolean maybePassedOn) {
        this.context = context;
        this.maybePassedOn = maybePassedOn;
    }

    /** How often in a row its work has ended in an unexpected error. */
    int failures() {
        return context.getExecution().consecutiveFailures;
    }

    /** The job as it is to be settled now. */
    RunningJob job() {
        var job = context.getExecution();
        return new RunningJob(job.getTaskName(), job.getId(), job.version, goesOn());
    }

    /** Failures are counted for the job, and belong to the task at which it has failed. */
    private boolean goesOn() {
        return maybePassedOn
                && failures() == 0
                && !context.getSchedulerState().isShuttingDown()
                && System.nanoTime() - since < LONGEST.toNanos();
    }
}
