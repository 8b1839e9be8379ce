package dev.slipway.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A point in the log of a webhook, before which a page begins. */
record LogCursor(Instant at, long id) {

    /** The newest of all. */
    static final LogCursor NEWEST = new LogCursor(Instant.parse("2200-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern TEXT = Pattern.compile("(\\d{4}-[0-9T:.-]{6,30}Z)_(\\d{1,18})");

    static LogCursor at(Delivery delivery) {
        return new LogCursor(delivery.createdAt(), delivery.id());
    }

    /** Reads what an address says; what is nonsense leads to the newest. */
    static LogCursor read(@Nullable String text) {
        var parts = TEXT.matcher(text == null ? "" : text);
        try {
            return parts.matches()
                    ? new LogCursor(Instant.parse(parts.group(1)), Long.parseLong(parts.group(2)))
                    : NEWEST;
        } catch (DateTimeException e) {
            return NEWEST;
        }
    }

    boolean isNewest() {
        return equals(NEWEST);
    }

    /** How an address says it. */
    String text() {
        return "%s_%d".formatted(at, id);
    }
}
