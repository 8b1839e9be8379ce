package dev.slipway.editor;

import dev.slipway.catalog.Application;
import dev.slipway.catalog.Artifacts;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Inventory;
import dev.slipway.release.Definition;
import dev.slipway.release.ReleaseTask;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Field.Kind;
import dev.slipway.tasktype.TaskTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is to choose from: what the project has, and what tasks of the same draft will bring. */
@ApplicationScoped
class Choices {

    private static final int MOST = 500;

    private final Inventory inventory;
    private final Artifacts artifacts;
    private final TaskTypes types;

    Choices(Inventory inventory, Artifacts artifacts, TaskTypes types) {
        this.inventory = inventory;
        this.artifacts = artifacts;
        this.types = types;
    }

    /** The choices for a field, by name. */
    List<String> of(Field field, ReleaseTask.Home home, Definition definition) {
        return switch (field.kind()) {
            case CHOICE -> field.choices();
            case ENVIRONMENT -> environments(home);
            case APPLICATION ->
                both(
                        Application.of(home.projectId()).stream().map(Application::name),
                        brought(definition, Kind.NEW_APPLICATION));
            case COMPONENT ->
                both(
                        inventory.components(home.projectId()).stream()
                                .filter(row -> row.region().equals(home.regionId()))
                                .map(Inventory.Row::name),
                        brought(definition, Kind.NEW_COMPONENT));
            case ARTIFACT ->
                both(
                        artifacts.names(home.projectId(), home.regionId()).stream(),
                        brought(definition, Kind.NEW_ARTIFACT));
            default -> List.of();
        };
    }

    /** What a new field says where there is nothing to choose: the only environment, or the only application. */
    String initially(Field field, ReleaseTask.Home home, Definition definition) {
        var choices = field.required() && field.kind() != Kind.CHOICE ? of(field, home, definition) : List.<String>of();
        return choices.size() == 1 ? choices.get(0) : "";
    }

    private static List<String> environments(ReleaseTask.Home home) {
        return Environment.of(home.projectId(), home.regionId()).stream()
                .map(Environment::name)
                .toList();
    }

    private Set<String> brought(Definition definition, Kind kind) {
        var names = new TreeSet<String>();
        definition
                .tasks()
                .filter(task -> types.ids().contains(task.type()))
                .forEach(task -> types.fields(task.type()).stream()
                        .filter(field -> field.kind() == kind)
                        .map(field -> TaskForm.text(field, task.input()))
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
        return names;
    }

    private static List<String> both(Stream<String> there, Collection<String> brought) {
        return Stream.concat(there, brought.stream())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }
}
