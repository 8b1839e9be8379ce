package dev.slipway.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value was and what it became, as the detail of an audit event holds it: {@code {"old": ..., "new": ...}}. */
public final class Change {

    /** The key of the value before. */
    public static final String OLD = "old";

    /** The key of the value after. */
    public static final String NEW = "new";

    private Change() {}

    /** The change of one value; null where there was or is none. */
    public static Map<String, Object> of(@Nullable Object before, @Nullable Object after) {
        var change = new LinkedHashMap<String, Object>();
        put(change, OLD, before);
        put(change, NEW, after);
        return change;
    }

    // JSON has null, and the trail shows it; the map of a detail is declared without.
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> change, String key, @Nullable Object value) {
        change.put(key, value);
    }
}
