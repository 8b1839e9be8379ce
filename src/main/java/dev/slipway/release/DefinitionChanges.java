package dev.slipway.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two definitions, for people: whoever reads the audit trail, or edited at the same time. */
public final class DefinitionChanges {

    private DefinitionChanges() {}

    /**
     * One difference.
     *
     * @param where {@code task build-ledger / input.source}; phases and tasks by their keys
     * @param old null where there was nothing
     * @param fresh null where there is nothing any more
     */
    public record Change(String where, @Nullable String old, @Nullable String fresh) {

        Map<String, Object> oldAndNew() {
            var both = new LinkedHashMap<String, Object>();
            both.put("old", Objects.requireNonNullElse(old, ""));
            both.put("new", Objects.requireNonNullElse(fresh, ""));
            return both;
        }
    }

    /** All differences, in the order of where they are. */
    public static List<Change> between(Definition old, Definition fresh) {
        var before = flat(old);
        var after = flat(fresh);
        var places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (var place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                changes.add(new Change(place, before.get(place), after.get(place)));
            }
        }
        return changes;
    }

    private static Map<String, String> flat(Definition definition) {
        var flat = new HashMap<String, String>();
        flat.put("name", definition.name());
        flat.put("description", definition.description());
        flat.put("best effort policy", definition.failMode().name().equals("CONTINUE") ? "on" : "off");
        for (int index = 0; index < definition.phases().size(); index++) {
            var phase = definition.phases().get(index);
            var place = "phase " + phase.name();
            flat.put(place + " / name", phase.displayName());
            flat.put(place + " / position", String.valueOf(index + 1));
            groups(flat, phase);
        }
        return flat;
    }

    private static void groups(Map<String, String> flat, Definition.Phase phase) {
        for (int group = 0; group < phase.groups().size(); group++) {
            var tasks = phase.groups().get(group).tasks();
            for (int order = 0; order < tasks.size(); order++) {
                var place = "task " + tasks.get(order).name();
                flat.put(
                        place + " / position",
                        "%d in group %d of phase %s".formatted(order + 1, group + 1, phase.name()));
                task(flat, place, tasks.get(order));
            }
        }
    }

    private static void task(Map<String, String> flat, String place, Definition.Task task) {
        flat.put(place + " / name", task.displayName());
        flat.put(place + " / type", task.type());
        if (task.timeLimitSeconds() != null) {
            flat.put(place + " / time limit", task.timeLimitSeconds() + " s");
        }
        value(flat, place + " / input", task.input());
    }

    private static void value(Map<String, String> flat, String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> value(flat, place + "." + name, inner));
        } else if (value != null) {
            flat.put(place, value.toString());
        }
    }
}
