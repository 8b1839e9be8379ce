package dev.slipway.execution;

import static dev.slipway.execution.Status.NOT_EXECUTED;
import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SKIPPED;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An execution without a database: keeps what {@link ReleaseProcess} answers, as {@link Progression} does in SQL. */
final class PlayedRelease {

    private final Snapshot.Way way;
    private final FailMode failMode;
    private final Map<Long, Snapshot.Step> steps = new LinkedHashMap<>();
    private Snapshot.Brake brake = Snapshot.Brake.OFF;
    private boolean restarted;
    private int currentPhase;
    private Status status = RUNNING;

    private PlayedRelease(PlayedDefinition definition, Snapshot.Way way) {
        this.way = way;
        this.failMode = definition.failMode();
        for (int phase = 0; phase < definition.phases().size(); phase++) {
            var groups = definition.phases().get(phase);
            for (int group = 0; group < groups.size(); group++) {
                for (int order = 0; order < groups.get(group).size(); order++) {
                    var task = groups.get(group).get(order);
                    var id = steps.size() + 1L;
                    var at = task.selected() ? NOT_EXECUTED : SKIPPED;
                    steps.put(id, new Snapshot.Step(id, phase, group, order, task.checkpoint(), at, 0));
                }
            }
        }
    }

    static PlayedRelease started(PlayedDefinition definition) {
        return started(definition, Snapshot.Way.FORWARD);
    }

    static PlayedRelease started(PlayedDefinition definition, Snapshot.Way way) {
        var release = new PlayedRelease(definition, way);
        release.apply(new Event.Started());
        return release;
    }

    /** Lets one of the things happen that can happen now: an outcome or a decision. */
    void happen(Random random) {
        end(random, random.nextInt(4) > 0, random.nextInt(4) > 0);
    }

    void happenWell(Random random) {
        end(random, true, true);
    }

    void happenWithoutRejection(Random random) {
        end(random, random.nextInt(4) > 0, true);
    }

    void playToTheEnd(Random random) {
        // Each event ends one attempt and there are no retries, so more events than tasks would be a loop.
        for (int events = 0; !active().isEmpty(); events++) {
            assertThat(events).isLessThanOrEqualTo(steps.size());
            happen(random);
        }
    }

    private void end(Random random, boolean succeeds, boolean agrees) {
        var active = active();
        var step = active.get(random.nextInt(active.size()));
        var changes = apply(
                step.status() == RUNNING
                        ? new Event.Finished(step.id(), step.attempt(), succeeds)
                        : new Event.Decided(step.id(), step.attempt(), agrees));
        assertThat(changes.isStale()).isFalse();
    }

    /** Events that come late, twice, or at the wrong task. */
    List<Event> staleEvents(Random random) {
        var stale = new ArrayList<Event>(List.of(new Event.Started()));
        for (var step : steps.values()) {
            var well = random.nextBoolean();
            if (step.status() != RUNNING) {
                stale.add(new Event.Finished(step.id(), step.attempt(), well));
            }
            if (step.status() != TO_BE_APPROVED) {
                stale.add(new Event.Decided(step.id(), step.attempt(), well));
            }
            stale.add(new Event.Finished(step.id(), step.attempt() - 1, well));
            stale.add(new Event.Decided(step.id(), step.attempt() + 1, well));
        }
        stale.add(new Event.Finished(0, 1, true));
        return stale;
    }

    Changes tryOut(Event event) {
        return ReleaseProcess.next(snapshot(), event);
    }

    Changes apply(Event event) {
        var changes = tryOut(event);
        for (var to : changes.steps()) {
            var from = now(to);
            assertThat(from.status().mayBecome(to.status()))
                    .as("%s becomes %s", from, to)
                    .isTrue();
            assertThat(to.attempt()).isEqualTo(to.isActive() ? from.attempt() + 1 : from.attempt());
            steps.put(to.id(), to);
        }
        brake = changes.brake();
        status = changes.status();
        active().stream()
                .mapToInt(Snapshot.Step::phase)
                .max()
                .ifPresent(max -> currentPhase = Math.max(currentPhase, max));
        return changes;
    }

    private Snapshot snapshot() {
        var next = steps.values().stream()
                .filter(step -> step.phase() > currentPhase && step.status() == NOT_EXECUTED)
                .mapToInt(Snapshot.Step::phase)
                .min();
        var failedBefore = steps.values().stream()
                .filter(step -> step.phase() < currentPhase && step.status() == RELEASE_FAILED)
                .count();
        var loaded = steps.values().stream()
                .filter(step -> step.phase() == currentPhase
                        || (restarted && step.phase() > currentPhase)
                        || (next.isPresent() && step.phase() == next.getAsInt()))
                .toList();
        return new Snapshot(way, failMode, brake, failMode == FailMode.STOP ? 0 : failedBefore, loaded);
    }

    /** Is taken up again: these tasks are to run again. */
    void retry(List<Snapshot.Step> chosen) {
        chosen.forEach(step -> steps.put(step.id(), step.moved(NOT_EXECUTED)));
        takeUp(new Event.Retried(chosen.stream().map(Snapshot.Step::id).collect(Collectors.toSet())));
    }

    /** Is taken up again after its end. */
    void takeUp(Event event) {
        restarted = true;
        currentPhase = firstPhaseLeft();
        apply(event);
    }

    List<Snapshot.Step> failed() {
        return steps.values().stream()
                .filter(step -> step.status() == RELEASE_FAILED)
                .toList();
    }

    private int firstPhaseLeft() {
        return steps.values().stream()
                .filter(step -> step.status() == NOT_EXECUTED || step.status() == RELEASE_FAILED)
                .mapToInt(Snapshot.Step::phase)
                .min()
                .orElse(currentPhase);
    }

    /** What must hold at every moment. */
    void checkRules() {
        checkOrder();
        for (var step : steps.values()) {
            assertThat(step.attempt()).isLessThanOrEqualTo(1);
            if (step.status() == SKIPPED) {
                assertThat(step.attempt()).as("never run").isZero();
            }
        }
        assertThat(status.isActive()).isEqualTo(!active().isEmpty());
    }

    /** What must hold at every moment, whatever people do. */
    void checkOrder() {
        var busy = active();
        assertThat(busy)
                .extracting(Snapshot.Step::phase)
                .as("one phase at a time")
                .allMatch(phase -> phase == currentPhase);
        assertThat(busy)
                .extracting(Snapshot.Step::group)
                .as("one task of a group at a time")
                .doesNotHaveDuplicates();
        for (var step : busy) {
            assertThat(before(step)).as("before %s", step).allMatch(PlayedRelease::isOver);
        }
    }

    private static boolean isOver(Snapshot.Step step) {
        return step.status() == SUCCESSFUL || step.status() == SKIPPED;
    }

    /** The tasks before one in its group. */
    private Stream<Snapshot.Step> before(Snapshot.Step step) {
        return steps.values().stream()
                .filter(other ->
                        other.phase() == step.phase() && other.group() == step.group() && other.order() < step.order());
    }

    boolean hasFailureBefore(Snapshot.Step step) {
        return before(step).anyMatch(other -> other.status() == RELEASE_FAILED);
    }

    Snapshot.Step now(Snapshot.Step step) {
        return steps.getOrDefault(step.id(), step);
    }

    List<Snapshot.Step> steps() {
        return List.copyOf(steps.values());
    }

    List<Snapshot.Step> active() {
        return steps.values().stream().filter(Snapshot.Step::isActive).toList();
    }

    long count(Status wanted) {
        return steps.values().stream().filter(step -> step.status() == wanted).count();
    }

    long starts() {
        return steps.values().stream().mapToLong(Snapshot.Step::attempt).sum();
    }

    boolean halted() {
        return brake == Snapshot.Brake.HALTED;
    }

    Snapshot.Brake brake() {
        return brake;
    }

    Status status() {
        return status;
    }
}
