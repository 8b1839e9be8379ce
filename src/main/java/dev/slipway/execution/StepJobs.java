package dev.slipway.execution;

/** Where started tasks go to be done: durable jobs in the caller's transaction. */
public interface StepJobs {

    /** Lets an attempt be run as soon as the current transaction commits; with a rollback it never was. */
    void schedule(long stepRun, int attempt);
}
