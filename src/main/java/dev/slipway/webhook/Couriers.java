package dev.slipway.webhook;

import java.util.UUID;

/**
 * The durable jobs that bring deliveries to receivers: one for each webhook, so that a receiver gets one thing after the
 * other, and a slow one waits only for itself. They commit with the caller's transaction.
 */
public interface Couriers {

    /** Gives a new webhook its job, for as long as it exists. */
    void employ(UUID webhook);

    /** Has {@link Delivering#work} called as soon as the current transaction commits. */
    void wake(UUID webhook);
}
