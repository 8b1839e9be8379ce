package dev.slipway.execution;

import static dev.slipway.execution.Snapshot.Brake.HALTED;
import static dev.slipway.execution.Snapshot.Brake.OFF;
import static dev.slipway.execution.Snapshot.Brake.STOPPED;
import static dev.slipway.execution.Status.NOT_EXECUTED;
import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SKIPPED;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The next state of an execution: a pure function of where it stands and what happened. Console, REST, schedules and
 * recovery all end here, and nothing else decides what a release does next.
 */
final class ReleaseProcess {

    private final Snapshot before;
    private final Map<Long, Snapshot.Step> steps = new LinkedHashMap<>();
    private Snapshot.Brake brake;

    private ReleaseProcess(Snapshot before) {
        this.before = before;
        this.brake = before.brake();
        before.steps().stream()
                .sorted(Comparator.comparingInt(Snapshot.Step::phase)
                        .thenComparingInt(Snapshot.Step::group)
                        .thenComparingInt(Snapshot.Step::order))
                .forEach(step -> steps.put(step.id(), step));
    }

    /** What {@code event} changes; stale events, such as the result of an older attempt, change nothing. */
    static Changes next(Snapshot before, Event event) {
        return new ReleaseProcess(before).after(event);
    }

    private Changes after(Event event) {
        if (!accept(event)) {
            return new Changes(false, List.of(), before.brake(), status());
        }
        if (brake == OFF) {
            goOn();
        }
        return new Changes(true, moved(), brake, status());
    }

    private boolean accept(Event event) {
        if (event instanceof Event.Finished finished) {
            return end(finished.step(), finished.attempt(), RUNNING, finished.succeeded());
        }
        if (event instanceof Event.Decided decided) {
            return end(decided.step(), decided.attempt(), TO_BE_APPROVED, decided.agreed());
        }
        if (event instanceof Event.Retried retried) {
            return retry(retried);
        }
        if (event instanceof Event.Waived waived) {
            return waive(waived.step());
        }
        return event instanceof Event.Started
                ? steps.values().stream().allMatch(step -> step.attempt() == 0)
                : steer(event);
    }

    /** Stop, Continue and Terminate. */
    private boolean steer(Event event) {
        if (event instanceof Event.Terminated) {
            var accepted = brake != HALTED || any(Snapshot.Step::isActive);
            steps.replaceAll((id, step) -> step.status() == RUNNING ? step.moved(RELEASE_FAILED) : step);
            brake(HALTED);
            return accepted;
        }
        if (event instanceof Event.Stopped) {
            var accepted = brake == OFF;
            brake(brake == OFF ? STOPPED : brake);
            return accepted;
        }
        var accepted = brake == STOPPED;
        brake = brake == STOPPED ? OFF : brake;
        return accepted;
    }

    private boolean end(long id, int attempt, Status from, boolean well) {
        var step = steps.get(id);
        if (step == null || step.attempt() != attempt || step.status() != from) {
            return false;
        }
        steps.put(id, step.moved(well ? SUCCESSFUL : RELEASE_FAILED));
        if (!well && isHaltedByFailures()) {
            brake(HALTED);
        }
        return true;
    }

    /** Where a failure that is left keeps the release from going on, the chosen tasks run all the same. */
    private boolean retry(Event.Retried retried) {
        brake = isHaltedByFailures() ? HALTED : OFF;
        if (brake == HALTED) {
            retried.steps().forEach(id -> steps.computeIfPresent(id, (same, step) -> step.started()));
        }
        return true;
    }

    private boolean waive(long id) {
        var step = steps.get(id);
        if (step == null || step.status() != RELEASE_FAILED || step.checkpoint()) {
            return false;
        }
        steps.put(id, step.moved(SKIPPED));
        brake = isHaltedByFailures() ? HALTED : OFF;
        return true;
    }

    /** A rejection ends the release whatever the policy; any other failure ends it where the policy is to stop. */
    private boolean isHaltedByFailures() {
        return any(
                step -> step.status() == RELEASE_FAILED && (step.checkpoint() || before.failMode() == FailMode.STOP));
    }

    /** Whoever was asked is not asked any more: the release ends, or it asks again when it goes on. */
    private void brake(Snapshot.Brake why) {
        brake = why;
        steps.replaceAll((id, step) -> isAsked(step) ? step.moved(NOT_EXECUTED) : step);
    }

    private static boolean isAsked(Snapshot.Step step) {
        return step.status() == TO_BE_APPROVED;
    }

    private void goOn() {
        for (var phase : phases()) {
            groups(phase).forEach(this::advance);
            if (phase.stream().anyMatch(step -> now(step).isActive())) {
                return;
            }
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
        if (any(step -> step.status() == RUNNING)) {
            return brake == STOPPED ? Status.STOPPING : before.way().atWork;
        }
        if (any(ReleaseProcess::isAsked)) {
            return TO_BE_APPROVED;
        }
        if (brake == STOPPED && wouldGoOn()) {
            return Status.PAUSED;
        }
        var failed = brake == HALTED || before.failedBefore() > 0 || any(step -> step.status() == RELEASE_FAILED);
        return failed ? before.way().failed : before.way().well;
    }

    private boolean wouldGoOn() {
        var onward = new ReleaseProcess(
                new Snapshot(before.way(), before.failMode(), OFF, before.failedBefore(), List.copyOf(steps.values())));
        onward.goOn();
        return onward.any(Snapshot.Step::isActive);
    }

    private List<Snapshot.Step> moved() {
        return before.steps().stream()
                .filter(step -> !step.equals(now(step)))
                .map(this::now)
                .toList();
    }

    private boolean any(Predicate<Snapshot.Step> what) {
        return steps.values().stream().anyMatch(what);
    }

    private Snapshot.Step now(Snapshot.Step step) {
        return steps.getOrDefault(step.id(), step);
    }

    private Collection<List<Snapshot.Step>> phases() {
        return List.copyOf(steps.values()).stream()
                .collect(Collectors.groupingBy(Snapshot.Step::phase, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static Collection<List<Snapshot.Step>> groups(List<Snapshot.Step> phase) {
        return phase.stream()
                .collect(Collectors.groupingBy(Snapshot.Step::group, TreeMap::new, Collectors.toList()))
                .values();
    }
}
