package dev.slipway.execution;

import dev.slipway.sql.RoundTrip;
import java.util.List;
import java.util.Optional;

/** The job in whose course an attempt ends. It ends with it, or goes on with a task that starts. */
public interface RunningJob {

    /**
     * Adds what becomes of the job to what is written down about the end.
     *
     * @param started the attempts that start
     * @return the one of them that the job goes on with; all others get jobs of their own
     */
    Optional<StepJobs.Started> settle(RoundTrip trip, List<StepJobs.Started> started);

    /** Once that has travelled, throws if somebody else has the job by now, and with it takes everything else back. */
    void requireSettled();
}
