package dev.slipway.trigger;

import java.time.Instant;
import java.util.UUID;

/** The durable jobs that look at trigger policies when they are due; they commit with the caller's transaction. */
public interface TriggerJobs {

    /** Has {@link Triggers#fire} called at a time. */
    void schedule(UUID releaseTask, int revision, Instant at);

    /** Takes the job away, unless it is running: it then finds a newer revision and ends by itself. */
    void cancel(UUID releaseTask, int revision);
}
