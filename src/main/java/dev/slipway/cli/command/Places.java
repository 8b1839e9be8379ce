package dev.slipway.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Clean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tasks of a release task or of an execution, and how somebody may name them: by key or by what people read, with
 * {@code STAGE/} before it or without.
 */
record Places(List<Place> all) {

    /** A task; its key is unique within the release task. */
    record Place(String stage, String stageTitle, String task, String taskTitle) {

        private boolean isNamed(String text) {
            return Stream.of(
                            taskTitle,
                            stage + "/" + task,
                            stage + "/" + taskTitle,
                            stageTitle + "/" + task,
                            stageTitle + "/" + taskTitle)
                    .anyMatch(text::equals);
        }

        String path() {
            return Clean.line(stage + "/" + task);
        }
    }

    /** Those of the details of a release task. */
    static Places of(JsonNode details) {
        var places = new ArrayList<Place>();
        for (var stage : details.path("pipeline_declaration").path(0).path("stages")) {
            for (var task : stage.path("tasks")) {
                places.add(new Place(
                        stage.path("name").asText(),
                        stage.path("display_name").asText(),
                        task.path("name").asText(),
                        task.path("display_name").asText()));
            }
        }
        return new Places(places);
    }

    /** Those of an execution. */
    static Places of(Execution execution) {
        return new Places(execution.phases().stream()
                .flatMap(phase -> phase.tasks().stream()
                        .map(task -> new Place(phase.name(), phase.displayName(), task.name(), task.displayName())))
                .toList());
    }

    /** @throws Problem if none has the name, or more than one */
    Place task(String name) {
        var byKey = all.stream().filter(place -> place.task().equals(name)).toList();
        var found = byKey.isEmpty()
                ? all.stream().filter(place -> place.isNamed(name)).toList()
                : byKey;
        if (found.isEmpty()) {
            throw new Problem(ExitCode.NOT_FOUND, "There is no task '%s'. There are: %s".formatted(name, paths(all)));
        }
        if (found.size() > 1) {
            throw new Problem(
                    ExitCode.USAGE, "Several tasks are called '%s'. Name one of: %s".formatted(name, paths(found)));
        }
        return found.get(0);
    }

    private static String paths(List<Place> places) {
        return places.stream().map(Place::path).collect(Collectors.joining(", "));
    }

    /** @throws Problem if no stage has the name, or more than one */
    private List<Place> stage(String name) {
        var byKey = named(place -> place.stage().equals(name));
        var found = byKey.isEmpty() ? named(place -> place.stageTitle().equals(name)) : byKey;
        var stages = found.stream().map(Place::stage).collect(Collectors.toCollection(LinkedHashSet::new));
        if (stages.size() == 1) {
            return found;
        }
        throw stages.isEmpty()
                ? new Problem(
                        ExitCode.NOT_FOUND,
                        "There is no stage '%s'. There are: %s"
                                .formatted(
                                        name,
                                        all.stream()
                                                .map(place -> Clean.line(place.stage()))
                                                .distinct()
                                                .collect(Collectors.joining(", "))))
                : new Problem(
                        ExitCode.USAGE,
                        "Several stages are called '%s'. Name one of: %s"
                                .formatted(name, Clean.line(String.join(", ", stages))));
    }

    private List<Place> named(Predicate<Place> condition) {
        return all.stream().filter(condition).toList();
    }

    /** The {@code selected_tasks} of the API: these tasks, and all tasks of these stages. */
    ArrayNode selected(List<String> tasks, List<String> stages) {
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        var places = new ArrayList<Place>();
        stages.forEach(stage -> places.addAll(stage(stage)));
        tasks.forEach(task -> places.add(task(task)));
        places.forEach(place -> chosen.computeIfAbsent(place.stage(), key -> new LinkedHashSet<>())
                .add(place.task()));
        var selected = Json.object().putArray("selected_tasks");
        chosen.forEach((stage, keys) -> {
            var entry = selected.addObject().put("stage_name", stage).putArray("tasks");
            keys.forEach(entry::add);
        });
        return selected;
    }
}
