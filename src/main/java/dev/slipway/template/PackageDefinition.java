package dev.slipway.template;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Makes a release task of a package: a phase that builds, where anything is built, one that creates the applications that
 * are missing, and one that creates or updates the components; each with a group per application.
 */
final class PackageDefinition {

    static final String KUBERNETES = "kubernetes";

    private static final int LONGEST_NAME = 64;

    private final Wish wish;
    private final BiPredicate<String, String> exists;
    private final Remarks remarks = new Remarks();
    private final Set<String> keys = new HashSet<>();

    private PackageDefinition(Wish wish, BiPredicate<String, String> exists) {
        this.wish = wish;
        this.exists = exists;
    }

    /**
     * What the release task is to be.
     *
     * @param environment the name of the environment that it builds in and deploys to
     * @param kind the kind of the environment
     * @param values what the variables are, by component directory and name
     */
    record Wish(
            String name,
            String description,
            String environment,
            String kind,
            Map<String, Map<String, String>> values) {}

    /** The release task, and what is wrong with the package once its variables have their values. */
    record Made(Definition definition, List<Remark> remarks) {}

    /** Makes it; {@code exists} tells whether an application has a component in the environment. */
    static Made of(TemplatePackage template, Wish wish, BiPredicate<String, String> exists) {
        return new PackageDefinition(wish, exists).make(template);
    }

    private Made make(TemplatePackage template) {
        var tasks = template.applications().stream().map(this::tasks).toList();
        var phases = new ArrayList<Definition.Phase>();
        phase("build", "Build", tasks, Tasks::builds).ifPresent(phases::add);
        phase("create", "Create what is missing", tasks, Tasks::creations).ifPresent(phases::add);
        phase("deploy", "Deploy components", tasks, Tasks::deployments).ifPresent(phases::add);
        var definition = new Definition(wish.name(), wish.description(), FailMode.STOP, phases);
        return new Made(definition, remarks.all());
    }

    private static Optional<Definition.Phase> phase(
            String key, String title, List<Tasks> tasks, Function<Tasks, List<Definition.Task>> of) {
        var groups = tasks.stream()
                .map(of)
                .filter(group -> !group.isEmpty())
                .map(Definition.Group::new)
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Definition.Phase(key, title, groups));
    }

    /** The tasks of an application, by phase. */
    private record Tasks(
            List<Definition.Task> builds, List<Definition.Task> creations, List<Definition.Task> deployments) {}

    private Tasks tasks(TemplatePackage.Application application) {
        var tasks = new Tasks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var creation = Map.<String, Object>of("name", application.name(), "description", application.description());
        tasks.creations().add(task("Create", application.name(), "create_application", creation));
        Set<String> names = new HashSet<>();
        for (var component : application.components()) {
            var inputs = inputs(component);
            if (!names.add(inputs.name())) {
                remarks.wrong(
                        component.directory(),
                        0,
                        "%s has two components %s. Give one another name."
                                .formatted(application.name(), inputs.name()));
            }
            if (!inputs.build().isEmpty()) {
                tasks.builds().add(task("Build", inputs.name(), "build", with(inputs.build(), Map.of())));
            }
            tasks.deployments().add(deployment(application, inputs));
        }
        return tasks;
    }

    private Definition.Task deployment(TemplatePackage.Application application, ProcessSpec.Inputs inputs) {
        var input = with(inputs.deploy(), Map.of("application", application.name()));
        return exists.test(application.name(), inputs.name())
                ? task("Update", inputs.name(), "update_component", input)
                : task("Create", inputs.name(), "create_component", input);
    }

    private ProcessSpec.Inputs inputs(TemplatePackage.Component component) {
        var document = component.document();
        var values = wish.values().getOrDefault(component.directory(), Map.of());
        if (component.isForClusters() != wish.kind().equals(KUBERNETES)) {
            remarks.wrong(
                    component.directory(),
                    0,
                    component.isForClusters()
                            ? "The component runs on Kubernetes. Choose an environment of that kind."
                            : "The component runs as a process. Choose an environment of that kind.");
        }
        try {
            var placeholders = new Placeholders(component.variables(), values);
            return component.isForClusters()
                    ? ClusterSpec.read(component, placeholders)
                    : ProcessSpec.read(remarks, document.file(), (Tree.Fields) placeholders.fill(document.content()));
        } catch (BadYaml e) {
            remarks.wrong(document.file(), e.line(), String.valueOf(e.getMessage()));
            return new ProcessSpec.Inputs("", Map.of(), Map.of());
        }
    }

    private Map<String, Object> with(Map<String, Object> input, Map<String, Object> more) {
        var all = new LinkedHashMap<>(input);
        all.putAll(more);
        all.put("environment", wish.environment());
        return all;
    }

    /** Its key says what it does, so that logs and audit events can be read; where that is taken, one is made up. */
    private Definition.Task task(String verb, String name, String type, Map<String, Object> input) {
        var title = "%s %s".formatted(verb, name);
        var key = title.replace(' ', '-').toLowerCase(Locale.ROOT);
        var shown = title.length() <= LONGEST_NAME ? title : title.substring(0, LONGEST_NAME - 1) + "…";
        return new Definition.Task(key.length() <= LONGEST_NAME && keys.add(key) ? key : "", shown, type, input, null);
    }
}
