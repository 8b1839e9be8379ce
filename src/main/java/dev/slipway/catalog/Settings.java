package dev.slipway.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The content of a version as a flat list: {@code run.port} is {@code 9010}. */
final class Settings {

    private final Map<String, String> flat = new TreeMap<>();

    private Settings() {}

    /** Every setting by its path, with its value as text. */
    static Map<String, String> of(ComponentVersion version) {
        var settings = new Settings();
        settings.flat.put("artifact", version.artifact());
        version.spec().forEach(settings::add);
        return settings.flat;
    }

    private void add(String path, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> add(path + "." + key, inner));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int index = 0; index < list.size(); index++) {
                add("%s[%s]".formatted(path, nameIn(list.get(index), index)), list.get(index));
            }
        } else {
            flat.put(path, text(value));
        }
    }

    /** Things of a list that have a name are known by it, so that one more at the front changes no other. */
    private static Object nameIn(Object value, int index) {
        return value instanceof Map<?, ?> map && map.get("name") instanceof String name ? name : index;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join("\n", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
