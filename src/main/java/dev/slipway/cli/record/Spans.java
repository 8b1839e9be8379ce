package dev.slipway.cli.record;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long things take. */
final class Spans {

    private Spans() {}

    /** From the beginning to the end, or until now; null where it has not begun. Clocks may differ, but no time is negative. */
    static @Nullable Duration between(@Nullable Long start, @Nullable Long end, long now) {
        return start == null ? null : Duration.ofMillis(Math.max(0, (end == null ? now : end) - start));
    }
}
