package dev.slipway.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one execution will do, frozen when it starts: later edits of the release task don't touch it.
 *
 * @param no the number of this execution within its release task, from 1
 * @param trigger what starts it
 * @param rollsBack the number of the execution that this one rolls back; null if it is no rollback
 */
public record Plan(
        Release release,
        int no,
        FailMode failMode,
        TriggerKind trigger,
        @Nullable Integer rollsBack,
        List<Phase> phases) {

    /** The release task that is executed. */
    public record Release(UUID id, String projectId, String regionId, String name, int revision) {}

    /** A phase with its groups side by side, each a list of tasks in order. */
    public record Phase(String name, String displayName, List<List<Step>> groups) {

        /** All its tasks, group by group. */
        public List<Step> steps() {
            return groups.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * A task.
     *
     * @param target what it acts on, in words for its card
     * @param selected false: it is skipped
     * @param undoes what it puts back, in the plan of a rollback
     */
    public record Step(
            String name,
            String displayName,
            Type type,
            String target,
            Map<String, Object> input,
            Duration timeLimit,
            boolean selected,
            @Nullable Map<String, Object> undoes) {

        /** How it stands before anything has started. */
        Status status() {
            return selected ? Status.NOT_EXECUTED : Status.SKIPPED;
        }
    }

    /** A task type, as far as an execution needs to know it. */
    public record Type(String id, boolean checkpoint) {}

    /** The same, started by a schedule. */
    public Plan bySchedule() {
        return new Plan(release, no, failMode, TriggerKind.SCHEDULE, rollsBack, phases);
    }

    /** What an execution of it does. */
    Snapshot.Way way() {
        return rollsBack == null ? Snapshot.Way.FORWARD : Snapshot.Way.ROLLBACK;
    }

    /** How many tasks it has. */
    long tasks() {
        return phases.stream().mapToLong(phase -> phase.steps().size()).sum();
    }

    /** How many tasks were selected. */
    public long selected() {
        return phases.stream()
                .flatMap(phase -> phase.steps().stream())
                .filter(Step::selected)
                .count();
    }
}
