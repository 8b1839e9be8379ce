package dev.slipway.api;

import dev.slipway.execution.Execution;
import dev.slipway.release.ReleaseTask;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code selected_tasks}: for each stage the names of tasks [servicestage_06_0248]. */
final class Selection {

    private Selection() {}

    /** The selected tasks of a release task; null: all, because the body names none. */
    static @Nullable Set<String> of(Node body, ReleaseTask release) {
        Map<String, Set<String>> stages = new HashMap<>();
        for (var phase : release.definition().phases()) {
            stages.put(
                    phase.name(),
                    phase.groups().stream()
                            .flatMap(group -> group.tasks().stream())
                            .map(task -> task.name())
                            .collect(Collectors.toSet()));
        }
        return of(body, stages);
    }

    /** The selected tasks of an execution; null: none is named. */
    static @Nullable Set<String> of(Node body, Execution execution) {
        var phases = execution.phases();
        Map<String, Set<String>> stages = execution.steps().stream()
                .collect(Collectors.groupingBy(
                        step -> phases.get(step.phaseIndex()).name(),
                        Collectors.mapping(step -> step.name(), Collectors.toSet())));
        return of(body, stages);
    }

    private static @Nullable Set<String> of(Node body, Map<String, Set<String>> stages) {
        var selected = body.get("selected_tasks");
        if (selected.isMissing()) {
            return null;
        }
        var tasks = new HashSet<String>();
        for (var stage : selected.objects()) {
            var name = stage.get("stage_name").mandatory();
            var known = stages.getOrDefault(name.text(), Set.of());
            if (known.isEmpty() && !name.text().isEmpty()) {
                name.wrong("There is no such stage.");
            }
            tasks.addAll(tasks(stage.get("tasks").mandatory().items(), known));
        }
        return tasks;
    }

    private static Set<String> tasks(List<Node> names, Set<String> known) {
        var tasks = new HashSet<String>();
        for (var name : names) {
            tasks.add(name.text());
            if (name.json().isTextual() && !known.contains(name.text())) {
                name.wrong("The stage has no such task.");
            }
        }
        return tasks;
    }
}
