package dev.slipway.execution;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;

/** What programs said, in a form that PostgreSQL can store: it has no NUL, and a program may print anything. */
final class Storable {

    private Storable() {}

    static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The same, cut where it is too long for its column. */
    static String shortened(String text, int longest) {
        var stored = text(text);
        return stored.length() <= longest ? stored : stored.substring(0, longest - 1) + "…";
    }

    /** The same for named values, however deep. */
    static Map<String, Object> values(Map<String, Object> values) {
        return values.entrySet().stream()
                .collect(toMap(entry -> text(entry.getKey()), entry -> value(entry.getValue())));
    }

    private static Object value(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(toMap(entry -> text(String.valueOf(entry.getKey())), entry -> value(entry.getValue())));
        }
        return value instanceof Collection<?> list
                ? list.stream().map(Storable::value).toList()
                : value;
    }
}
