package dev.slipway.catalog;

import dev.slipway.target.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One setting of two versions.
 *
 * @param before its value in the first; null if it has none there
 * @param after its value in the second; null if it has none there
 */
public record Difference(String setting, Kind kind, @Nullable String before, @Nullable String after) {

    /** How it differs. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /** All settings that either has, by name; secrets are compared but not shown. */
    static List<Difference> between(Map<String, String> before, Map<String, String> after) {
        var settings = new TreeSet<>(before.keySet());
        settings.addAll(after.keySet());
        return settings.stream()
                .map(setting -> of(setting, before.get(setting), after.get(setting)))
                .toList();
    }

    private static Difference of(String setting, @Nullable String before, @Nullable String after) {
        return new Difference(
                setting, kind(before, after), Secrets.hidden(setting, before), Secrets.hidden(setting, after));
    }

    private static Kind kind(@Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) {
            return Kind.SAME;
        }
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    boolean isOne() {
        return kind != Kind.SAME;
    }
}
