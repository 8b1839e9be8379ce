package dev.slipway.cli.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a request is tried again.
 *
 * @param limit from the first attempt on; zero: it is made once
 */
public record Patience(Duration limit) {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    /** Where the caller does the waiting. */
    public static final Patience NONE = new Patience(Duration.ZERO);

    /**
     * How long to wait before the next attempt: twice as long each time, and never less than the server asks for.
     *
     * @param failed how many attempts have failed, from 1
     * @param since how long ago the first one began
     * @param asked what {@code Retry-After} says; zero if it says nothing
     * @return empty: there is to be none, because it would come after the limit
     */
    public Optional<Duration> pause(int failed, Duration since, Duration asked) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failed - 1, 10));
        var own = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        var pause = own.compareTo(asked) > 0 ? own : asked;
        return since.plus(pause).compareTo(limit) > 0 ? Optional.empty() : Optional.of(pause);
    }
}
