package dev.slipway.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a checkpoint holds back. A pure function. */
public final class HeldBack {

    private HeldBack() {}

    /**
     * The tasks that may run once a checkpoint is agreed to, up to the checkpoints that ask next: the rest of its group, and
     * the phases after that.
     *
     * @param steps all tasks of the execution, in order
     */
    public static List<StepRun> by(StepRun checkpoint, List<StepRun> steps) {
        var waiting = steps.stream()
                .filter(step -> step.status() == Status.NOT_EXECUTED)
                .sorted(Comparator.comparing(StepRun::orderIndex))
                .collect(Collectors.groupingBy(
                        StepRun::phaseIndex,
                        TreeMap::new,
                        Collectors.groupingBy(StepRun::groupIndex, TreeMap::new, Collectors.toList())));
        var rest = waiting.getOrDefault(checkpoint.phaseIndex(), new TreeMap<>())
                .getOrDefault(checkpoint.groupIndex(), List.of());
        var found = new ArrayList<StepRun>();
        var open = addUntilNext(found, rest);
        for (var phase : waiting.tailMap(checkpoint.phaseIndex(), false).values()) {
            if (!open) {
                return found;
            }
            for (var group : phase.values()) {
                open &= addUntilNext(found, group);
            }
        }
        return found;
    }

    /** Says whether no checkpoint came. */
    private static boolean addUntilNext(List<StepRun> found, List<StepRun> group) {
        for (var step : group) {
            if (step.checkpoint()) {
                return false;
            }
            found.add(step);
        }
        return true;
    }
}
