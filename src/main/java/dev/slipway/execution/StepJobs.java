package dev.slipway.execution;

import dev.slipway.sql.RoundTrip;
import java.util.List;
import java.util.Optional;

/** Where started tasks go to be done: durable jobs, written down in the round trips of the caller's transaction. */
public interface StepJobs {

    /** An attempt of a task that starts. */
    record Started(long stepRun, int attempt) {}

    /** What becomes of a job: it goes on with an attempt that starts, or it ends. */
    record Settled(RunningJob job, Optional<Started> next) {}

    /** Adds jobs for attempts, to be run as soon as the current transaction commits; with a rollback they never were. */
    void schedule(RoundTrip trip, List<Started> attempts);

    /**
     * Adds what becomes of jobs.
     *
     * @return to be run once that has travelled: throws {@link LostJob} if somebody else has one of the jobs by now
     */
    Runnable settle(RoundTrip trip, List<Settled> jobs);
}
