package dev.slipway.api;

import dev.slipway.release.Definition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the stages of a body: a list of tasks each, of which those with the same group index are a group. */
final class StagesReader {

    private static final String FIRST_GROUP = "0";

    private final Inputs inputs;
    private final Map<String, String> places = new HashMap<>();

    private StagesReader(Inputs inputs) {
        this.inputs = inputs;
    }

    static ReadDefinition read(Node stages, Inputs inputs) {
        var reader = new StagesReader(inputs);
        reader.places.put("phases", stages.path());
        var phases = new ArrayList<Definition.Phase>();
        for (var stage : stages.objects()) {
            phases.add(reader.phase(stage, "phases[%d]".formatted(phases.size())));
        }
        return new ReadDefinition(phases, reader.places);
    }

    private Definition.Phase phase(Node stage, String place) {
        places.put(place, stage.path());
        var name = stage.get("name").text();
        var groups = new ArrayList<Definition.Group>();
        for (var group : groups(stage.get("tasks").mandatory())) {
            groups.add(group(group, "%s.groups[%d]".formatted(place, groups.size())));
        }
        return new Definition.Phase(name, displayName(stage, name), groups);
    }

    private Definition.Group group(List<Node> nodes, String place) {
        var tasks = new ArrayList<Definition.Task>();
        for (var node : nodes) {
            places.put("%s.tasks[%d]".formatted(place, tasks.size()), node.path());
            tasks.add(task(node));
        }
        return new Definition.Group(tasks);
    }

    /** Groups in the order of their indexes where these are numbers, else in that of their first tasks. */
    private static Iterable<List<Node>> groups(Node tasks) {
        Map<String, List<Placed>> groups = new LinkedHashMap<>();
        for (var task : tasks.objects()) {
            var index = task.get("group_index");
            var group = index.isMissing() ? FIRST_GROUP : index.text();
            groups.computeIfAbsent(group, key -> new ArrayList<>())
                    .add(new Placed(task, task.get("order_index").number()));
        }
        if (groups.keySet().stream().allMatch(key -> key.matches("[0-9]{1,9}"))) {
            Map<String, List<Placed>> ordered = new TreeMap<>(Comparator.comparingInt(Integer::parseInt));
            groups.forEach((key, group) ->
                    ordered.computeIfAbsent(key, same -> new ArrayList<>()).addAll(group));
            groups = ordered;
        }
        return groups.values().stream().map(StagesReader::inOrder).toList();
    }

    /** A task and its order index, if it says one. */
    private record Placed(Node task, @Nullable Integer order) {}

    /** Those without an index keep their place behind the one before them. */
    private static List<Node> inOrder(List<Placed> group) {
        if (group.stream().anyMatch(placed -> placed.order() == null)) {
            return group.stream().map(Placed::task).toList();
        }
        return group.stream()
                .sorted(Comparator.comparing(placed -> placed.order() == null ? 0 : placed.order()))
                .map(Placed::task)
                .toList();
    }

    private Definition.Task task(Node task) {
        var name = task.get("name").text();
        var type = task.get("task_type").mandatory().text();
        return new Definition.Task(
                name,
                displayName(task, name),
                type,
                inputs.read(type, task),
                task.get("time_limit_seconds").number());
    }

    /** What people read; the key where nobody has written anything for them. */
    private static String displayName(Node node, String name) {
        var shown = node.get("display_name");
        return shown.isMissing() ? name : shown.text();
    }
}
