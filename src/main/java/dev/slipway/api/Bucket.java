package dev.slipway.api;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket: how many requests are left at a moment, filled again evenly over time.
 *
 * @param level how many are left; a part of one counts, too
 * @param admits whether the request that was asked for last may go on
 */
record Bucket(double level, Instant at, boolean admits) {

    static Bucket full(int perMinute, Instant now) {
        return new Bucket(perMinute, now, true);
    }

    /** The bucket after another request. */
    Bucket ask(Instant now, int perMinute) {
        // A clock that was put back gives nothing and takes nothing.
        var passed = Math.max(0, Duration.between(at, now).toMillis());
        var filled = Math.min(perMinute, level + passed * perMinute / 60_000.0);
        return filled < 1 ? new Bucket(filled, now, false) : new Bucket(filled - 1, now, true);
    }

    /** How long until there is one again, in whole seconds and at least one. */
    long secondsToWait(int perMinute) {
        return Math.max(1, (long) Math.ceil((1 - level) * 60 / perMinute));
    }
}
