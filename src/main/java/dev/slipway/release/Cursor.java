package dev.slipway.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list from which a page goes on.
 *
 * @param backwards the page ends before the row, instead of beginning after it
 * @param key what the row is ordered by: a name, a time, or nothing where it was never executed
 */
record Cursor(boolean backwards, @Nullable Object key, UUID id) {

    static Cursor at(ReleaseOrder order, boolean backwards, FoundRelease release) {
        Object key =
                switch (order.column()) {
                    case EXECUTED -> release.lastExecutedAt();
                    case NAME -> release.name();
                    case CREATED -> release.createdAt();
                };
        return new Cursor(backwards, key, release.id());
    }

    /** Reads what an address says; empty if that is nothing or nonsense. */
    static Optional<Cursor> read(ReleaseOrder order, boolean backwards, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", -1);
            return parts.length == 3 && parts[0].equals(order.key()) && fits(order, parts[1])
                    ? Optional.of(new Cursor(backwards, key(order, parts[1]), UUID.fromString(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How an address says it. */
    String text(ReleaseOrder order) {
        var text = "%s|%s|%s".formatted(order.key(), key == null ? "" : key, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    // Java knows years that PostgreSQL does not; those with a sign are no times of ours.
    private static boolean fits(ReleaseOrder order, String key) {
        return key.isEmpty() ? order.column().mayBeMissing() : key.matches("[A-Za-z0-9][A-Za-z0-9_:.-]{0,63}");
    }

    private static @Nullable Object key(ReleaseOrder order, String text) {
        if (order.column() == ReleaseOrder.Column.NAME) {
            return text;
        }
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
