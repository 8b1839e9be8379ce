package dev.slipway.target.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of JSON as Java has them: maps, lists, texts, numbers and truths. */
final class Values {

    private Values() {}

    /** A map; an empty one that nobody sees where the value is none. */
    @SuppressWarnings("unchecked") // maps of JSON have texts for keys
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    /** The map under a key, put there where it is missing. */
    static Map<String, Object> inner(Map<String, Object> map, String key) {
        if (!(map.get(key) instanceof Map<?, ?>)) {
            map.put(key, new LinkedHashMap<String, Object>());
        }
        return map(map.get(key));
    }

    /** A list of maps; what is none is left out. */
    static List<Map<String, Object>> maps(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(Values::map).toList()
                : List.of();
    }

    static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** A whole number; the other one where there is none. */
    static long number(@Nullable Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }

    /** What is at a path; null where a part of it is missing. */
    static @Nullable Object at(@Nullable Object value, String... path) {
        Object at = value;
        for (var name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }
}
