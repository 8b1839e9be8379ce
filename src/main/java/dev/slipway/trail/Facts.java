package dev.slipway.trail;

import dev.slipway.audit.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the detail of an event: what changed from what to what, and what else is known. */
final class Facts {

    private static final Set<String> CHANGE = Set.of(Change.OLD, Change.NEW);

    private Facts() {}

    /** One line per key of the detail; changes first. */
    static List<Fact> of(Map<String, Object> detail) {
        return detail.entrySet().stream()
                .map(entry -> fact(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> Boolean.compare(other.isChange(), one.isChange()))
                .toList();
    }

    private static Fact fact(String name, @Nullable Object value) {
        return value instanceof Map<?, ?> map && map.keySet().equals(CHANGE)
                ? new Fact(name, true, text(map.get(Change.OLD)), text(map.get(Change.NEW)))
                : new Fact(name, false, "", text(value));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> "%s: %s".formatted(entry.getKey(), text(entry.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Facts::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value == null ? "" : value.toString();
    }
}
