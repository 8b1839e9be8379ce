package dev.slipway.execution;

import java.util.List;

/** Where started tasks go to be done: durable jobs in the caller's transaction. */
public interface StepJobs {

    /** An attempt of a task that starts. */
    record Started(long stepRun, int attempt) {}

    /** Lets attempts be run as soon as the current transaction commits; with a rollback they never were. */
    void schedule(List<Started> attempts);
}
