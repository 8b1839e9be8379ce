package dev.slipway.execution;

import static dev.slipway.execution.Status.NOT_EXECUTED;
import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The next state of an execution: a pure function of where it stands and what happened. Console, REST, schedules and
 * recovery all end here, and nothing else decides what a release does next.
 */
final class ReleaseProcess {

    private final Snapshot before;
    private final Map<Long, Snapshot.Step> steps = new LinkedHashMap<>();
    private boolean halted;

    private ReleaseProcess(Snapshot before) {
        this.before = before;
        this.halted = before.halted();
        Stream.concat(before.phase().stream(), before.nextPhase().stream())
                .sorted(Comparator.comparingInt(Snapshot.Step::group).thenComparingInt(Snapshot.Step::order))
                .forEach(step -> steps.put(step.id(), step));
    }

    /** What {@code event} changes; stale events, such as the result of an older attempt, change nothing. */
    static Changes next(Snapshot before, Event event) {
        return new ReleaseProcess(before).after(event);
    }

    private Changes after(Event event) {
        if (!accept(event)) {
            return new Changes(List.of(), before.halted(), status());
        }
        if (halted) {
            closeCheckpoints();
        } else {
            goOn();
        }
        return new Changes(moved(), halted, status());
    }

    private boolean accept(Event event) {
        if (event instanceof Event.Finished finished) {
            return end(finished.step(), finished.attempt(), RUNNING, finished.succeeded());
        }
        if (event instanceof Event.Decided decided) {
            var accepted = end(decided.step(), decided.attempt(), TO_BE_APPROVED, decided.agreed());
            halted |= accepted && !decided.agreed();
            return accepted;
        }
        return steps.values().stream().allMatch(step -> step.attempt() == 0);
    }

    private boolean end(long id, int attempt, Status from, boolean well) {
        var step = steps.get(id);
        if (step == null || step.attempt() != attempt || step.status() != from) {
            return false;
        }
        steps.put(id, step.moved(well ? SUCCESSFUL : RELEASE_FAILED));
        halted |= !well && before.failMode() == FailMode.STOP;
        return true;
    }

    /** Whoever was asked is not asked any more: the release ends. */
    private void closeCheckpoints() {
        steps.replaceAll((id, step) -> step.status() == TO_BE_APPROVED ? step.moved(NOT_EXECUTED) : step);
    }

    private void goOn() {
        groups(before.phase()).forEach(this::advance);
        if (noneActive(before.phase())) {
            groups(before.nextPhase()).forEach(this::advance);
        }
    }

    /** Starts the next task of a group, past skipped and successful ones; a failed one has ended its group. */
    private void advance(List<Snapshot.Step> group) {
        for (var member : group) {
            var step = now(member);
            if (step.status() == NOT_EXECUTED) {
                steps.put(step.id(), step.started());
                return;
            }
            if (step.isActive() || step.status() == RELEASE_FAILED) {
                return;
            }
        }
    }

    private Status status() {
        if (any(RUNNING)) {
            return RUNNING;
        }
        if (any(TO_BE_APPROVED)) {
            return TO_BE_APPROVED;
        }
        return halted || before.failedBefore() > 0 || any(RELEASE_FAILED) ? RELEASE_FAILED : SUCCESSFUL;
    }

    private List<Snapshot.Step> moved() {
        var all = new ArrayList<Snapshot.Step>();
        Stream.concat(before.phase().stream(), before.nextPhase().stream())
                .filter(step -> !step.equals(now(step)))
                .forEach(step -> all.add(now(step)));
        return all;
    }

    private boolean any(Status status) {
        return steps.values().stream().anyMatch(step -> step.status() == status);
    }

    private boolean noneActive(List<Snapshot.Step> phase) {
        return phase.stream().noneMatch(step -> now(step).isActive());
    }

    private Snapshot.Step now(Snapshot.Step step) {
        return steps.getOrDefault(step.id(), step);
    }

    private static Collection<List<Snapshot.Step>> groups(List<Snapshot.Step> phase) {
        return phase.stream()
                .sorted(Comparator.comparingInt(Snapshot.Step::order))
                .collect(Collectors.groupingBy(Snapshot.Step::group, TreeMap::new, Collectors.toList()))
                .values();
    }
}
