package dev.slipway.release;

import dev.slipway.execution.FailMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a release task says, apart from the place it belongs to: what an editor changes, a file keeps and REST takes. It
 * may be incomplete or wrong; {@link DefinitionRules} says how.
 *
 * @param phases one after another
 */
public record Definition(String name, String description, FailMode failMode, List<Phase> phases) {

    /** Keeps lists that nobody changes. */
    public Definition {
        phases = List.copyOf(phases);
    }

    /**
     * A phase.
     *
     * @param name its short key, unique in the definition; empty: one is made up
     * @param displayName what people read
     * @param groups side by side
     */
    public record Phase(String name, String displayName, List<Group> groups) {

        /** Keeps a list that nobody changes. */
        public Phase {
            groups = List.copyOf(groups);
        }
    }

    /** A group; its tasks run one after another. */
    public record Group(List<Task> tasks) {

        /** Keeps a list that nobody changes. */
        public Group {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * A task.
     *
     * @param name its short key, unique in the definition; empty: one is made up
     * @param displayName what people read
     * @param type the identifier of its task type
     * @param input what the type asks for, as JSON
     * @param timeLimitSeconds how long one attempt may take; null: the default
     */
    public record Task(
            String name,
            String displayName,
            String type,
            Map<String, Object> input,
            @Nullable Integer timeLimitSeconds) {}

    /** All tasks, phase by phase and group by group. */
    public Stream<Task> tasks() {
        return phases.stream().flatMap(phase -> phase.groups().stream()).flatMap(group -> group.tasks().stream());
    }

    /** @throws UnknownTasks if any of these names is no task of it */
    void requireTasks(Set<String> names) {
        var unknown = new TreeSet<>(names);
        tasks().map(Task::name).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new UnknownTasks(unknown);
        }
    }

    /** The same with other phases. */
    public Definition withPhases(List<Phase> others) {
        return new Definition(name, description, failMode, others);
    }

    /** The same with a key for every phase and task that has none; {@code random} makes keys up. */
    public Definition withKeys(Supplier<String> random) {
        Set<String> taken = Stream.concat(
                        tasks().map(Task::name), phases.stream().map(Phase::name))
                .collect(Collectors.toSet());
        Supplier<String> fresh =
                () -> Stream.generate(random).filter(taken::add).findFirst().orElseThrow();
        return new Definition(
                name,
                description,
                failMode,
                phases.stream().map(phase -> withKeys(phase, fresh)).toList());
    }

    private static Phase withKeys(Phase phase, Supplier<String> fresh) {
        return new Phase(
                phase.name().isEmpty() ? fresh.get() : phase.name(),
                phase.displayName(),
                phase.groups().stream()
                        .map(group -> new Group(group.tasks().stream()
                                .map(task -> withKey(task, fresh))
                                .toList()))
                        .toList());
    }

    private static Task withKey(Task task, Supplier<String> fresh) {
        return task.name().isEmpty()
                ? new Task(fresh.get(), task.displayName(), task.type(), task.input(), task.timeLimitSeconds())
                : task;
    }
}
