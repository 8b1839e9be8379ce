package dev.slipway.execution;

/**
 * The job in whose course an attempt ends. It ends with it, or goes on with a task that starts.
 *
 * @param name what kind of job it is
 * @param id which one of that kind
 * @param version as the node knows it that has the job: somebody else who takes it gives it another one
 * @param goesOn whether it goes on with a task that starts, if there is one
 */
public record RunningJob(String name, String id, long version, boolean goesOn) {}
