package dev.slipway.trail;

import dev.slipway.audit.AuditEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event from which the trail goes on.
 *
 * @param towardsNewer the page ends before the event, instead of beginning after it
 */
record TrailCursor(boolean towardsNewer, Instant at, long id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{4}-[0-9T:.-]{6,30}Z)_(\\d{1,18})");

    static TrailCursor at(AuditEvent event, boolean towardsNewer) {
        return new TrailCursor(towardsNewer, event.at(), event.id());
    }

    /** Reads what an address says; empty if that is nothing or nonsense. */
    static Optional<TrailCursor> read(@Nullable String text, boolean towardsNewer) {
        var parts = TEXT.matcher(text == null ? "" : text);
        try {
            return parts.matches()
                    ? Optional.of(new TrailCursor(
                            towardsNewer, Instant.parse(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How an address says it. */
    String parameter() {
        return "%s=%s_%d".formatted(towardsNewer ? "before" : "after", at, id);
    }
}
