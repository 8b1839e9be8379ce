package dev.slipway.target.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of an object by where they are in it, without what a cluster only notes about it. */
final class Leaves {

    private static final Set<String> NOTED =
            Set.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink");

    // They are new with every release, and say nothing about what runs.
    private static final Set<String> LABELS = Set.of(Labels.PREFIX + "version", Labels.PREFIX + "execution");

    private static final Set<String> ANNOTATIONS =
            Set.of("kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision");

    private final Map<Path, String> found = new LinkedHashMap<>();

    private Leaves() {}

    /** Where a value is: names of fields, {@code [name]} or {@code [0]} for an entry of a list. */
    record Path(List<String> parts) {

        private Path and(String part) {
            var longer = new ArrayList<>(parts);
            longer.add(part);
            return new Path(longer);
        }

        String last() {
            return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        }

        private boolean isIn(String... start) {
            return parts.equals(List.of(start));
        }

        /** {@code spec.containers[main].image}; names with dots stand in brackets, too. */
        @Override
        public String toString() {
            var text = new StringBuilder();
            for (var part : parts) {
                if (part.startsWith("[")) {
                    text.append(part);
                } else if (part.contains(".") || part.contains("/")) {
                    text.append('[').append(part).append(']');
                } else {
                    text.append(text.isEmpty() ? "" : ".").append(part);
                }
            }
            return text.toString();
        }
    }

    /** In the order in which they are in the object; none of what is null. */
    static Map<Path, String> of(@Nullable Map<String, Object> object) {
        var leaves = new Leaves();
        if (object != null) {
            leaves.addMap(new Path(List.of()), object);
        }
        return leaves.found;
    }

    private void addMap(Path path, Map<String, Object> map) {
        map.forEach((name, value) -> {
            if (!isNoted(path, name)) {
                add(path.and(name), value);
            }
        });
    }

    private static boolean isNoted(Path path, String name) {
        return (path.isIn() && name.equals("status"))
                || (path.isIn("metadata") && NOTED.contains(name))
                || (path.isIn("metadata", "labels") && LABELS.contains(name))
                || (path.isIn("metadata", "annotations") && ANNOTATIONS.contains(name));
    }

    private void add(Path path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            addMap(path, Values.map(value));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            addList(path, list);
        } else if (value instanceof Map<?, ?>) {
            found.put(path, "{}");
        } else if (value != null) {
            found.put(path, value.toString());
        }
    }

    /** Entries that have names keep theirs wherever they stand. */
    private void addList(Path path, List<?> list) {
        var names = list.stream()
                .map(entry -> Values.text(Values.at(entry, "name")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        var named = names.size() == list.size();
        for (int index = 0; index < list.size(); index++) {
            var name = named ? Values.text(Values.at(list.get(index), "name")) : String.valueOf(index);
            add(path.and("[" + name + "]"), list.get(index));
        }
    }
}
