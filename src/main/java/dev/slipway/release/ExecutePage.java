package dev.slipway.release;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to execute.
 *
 * @param active the execution that has to end first; null if there is none
 * @param foresees whether an environment can say beforehand what will change
 * @param problem what is wrong with the selection; null if nothing is
 */
public record ExecutePage(
        UUID releaseId,
        String releaseName,
        List<Phase> phases,
        @Nullable Active active,
        boolean foresees,
        @Nullable String problem) {

    /** The execution that keeps another one from starting. */
    public record Active(int no, String startedBy, Status status) {}

    /** A phase, from 1, with its groups side by side. */
    public record Phase(int no, String title, List<Group> groups) {

        /** How many of its tasks are selected. */
        public long selected() {
            return tasks().filter(Task::selected).count();
        }

        /** How many tasks it has. */
        public long total() {
            return tasks().count();
        }

        Stream<Task> tasks() {
            return groups.stream().flatMap(group -> group.tasks().stream());
        }
    }

    /** A group, from 1. */
    public record Group(int no, List<Task> tasks) {}

    /** A task that may be selected. */
    public record Task(String name, String title, String type, boolean selected) {}

    /** The tasks of a release task, some of them selected. */
    public static ExecutePage of(ReleaseTask release, Set<String> selected, @Nullable String problem) {
        var phases = new ArrayList<Phase>();
        for (var phase : release.phases()) {
            phases.add(new Phase(phases.size() + 1, phase.displayName(), groups(phase, selected)));
        }
        var active = Execution.findActive(release.id())
                .map(execution -> new Active(execution.no(), execution.startedBy(), execution.status()))
                .orElse(null);
        return new ExecutePage(release.id(), release.name(), phases, active, false, problem);
    }

    /** The same with an environment that can say beforehand what will change, or with none. */
    ExecutePage foreseeing(boolean can) {
        return new ExecutePage(releaseId, releaseName, phases, active, can, problem);
    }

    private static List<Group> groups(dev.slipway.release.Phase phase, Set<String> selected) {
        var groups = new ArrayList<Group>();
        for (var group : phase.groups()) {
            var tasks = group.steps().stream()
                    .map(step ->
                            new Task(step.name(), step.displayName(), step.taskType(), selected.contains(step.name())))
                    .toList();
            groups.add(new Group(groups.size() + 1, tasks));
        }
        return groups;
    }

    /** How many tasks there are. */
    public long total() {
        return phases.stream().mapToLong(Phase::total).sum();
    }

    /** How many of them are selected. */
    public long selected() {
        return phases.stream().mapToLong(Phase::selected).sum();
    }

    /** The first task of all: where whoever has to correct the selection begins. */
    public String firstTask() {
        return phases.stream().flatMap(Phase::tasks).map(Task::name).findFirst().orElse("");
    }
}
