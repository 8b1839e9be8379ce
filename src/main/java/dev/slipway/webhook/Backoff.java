package dev.slipway.webhook;

import java.time.Duration;

/**
 * How long to wait before something is sent again: twice as long after each attempt, up to an hour, and by chance up to
 * half as long, so that not everybody comes back to a recovering receiver at once.
 *
 * @param first the longest pause after the first attempt
 */
record Backoff(Duration first) {

    static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The pause after so many attempts.
     *
     * @param chance from 0 to 1
     */
    Duration pause(int attempts, double chance) {
        var doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        var most = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Duration.ofMillis(Math.round(most.toMillis() * (0.5 + chance / 2)));
    }
}
