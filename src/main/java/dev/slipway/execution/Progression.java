package dev.slipway.execution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.slipway.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Carries an execution from one state to the next: loads the snapshot, asks the rules, applies what they say. */
@ApplicationScoped
class Progression {

    // The current phase, and the next one that has something to run: no event reaches further, unless a failure that
    // is left behind keeps the next one from starting anything.
    private static final String SNAPSHOT =
            """
            select step.id, step.phaseIndex, step.groupIndex, step.orderIndex, step.checkpoint, step.status, step.attempt
            from StepRun step
            where step.executionId = ?1 and (step.phaseIndex = ?2 or step.phaseIndex = (
                select min(later.phaseIndex) from StepRun later
                where later.executionId = ?1 and later.phaseIndex > ?2 and later.status = ?3))
            """;

    private static final String REST =
            """
            select step.id, step.phaseIndex, step.groupIndex, step.orderIndex, step.checkpoint, step.status, step.attempt
            from StepRun step
            where step.executionId = ?1 and step.phaseIndex >= ?2
            """;

    private final EntityManager entities;
    private final StepJobs jobs;
    private final AuditTrail audit;
    private final jakarta.enterprise.event.Event<Transition> observers;

    Progression(
            EntityManager entities,
            StepJobs jobs,
            AuditTrail audit,
            jakarta.enterprise.event.Event<Transition> observers) {
        this.entities = entities;
        this.jobs = jobs;
        this.audit = audit;
        this.observers = observers;
    }

    /** Applies an event to a locked execution, in the caller's transaction; false if it changes nothing. */
    boolean go(Execution execution, Event event, Instant at) {
        var changes = ReleaseProcess.next(snapshot(execution), event);
        if (changes.isStale()) {
            return false;
        }
        var before = event instanceof Event.Started ? null : execution.status();
        execution.take(changes, at);
        var moved = apply(execution, changes.steps(), at);
        if (!execution.status().isActive()) {
            audit.record(
                    "slipway",
                    execution.projectId(),
                    "execution_ended",
                    execution.auditSubject(),
                    Map.of("status", execution.status().english()));
        }
        var asking = moved.stream().filter(StepRun::awaitsDecision).toList();
        observers.fire(new Transition(execution, before, asking, at));
        return true;
    }

    private Snapshot snapshot(Execution execution) {
        return new Snapshot(
                execution.way(), execution.failMode(), execution.brake(), failedBefore(execution), steps(execution));
    }

    private List<Snapshot.Step> steps(Execution execution) {
        var query = entities.createQuery(execution.wasRestarted() ? REST : SNAPSHOT, Snapshot.Step.class)
                .setParameter(1, execution.id())
                .setParameter(2, execution.currentPhase());
        return (execution.wasRestarted() ? query : query.setParameter(3, Status.NOT_EXECUTED)).getResultList();
    }

    private static long failedBefore(Execution execution) {
        // Only the policy that goes on past failures has phases behind it in which something failed.
        return execution.failMode() == FailMode.STOP
                ? 0
                : PhaseRun.count(
                        "key.executionId = ?1 and key.index < ?2 and failed > 0",
                        execution.id(),
                        execution.currentPhase());
    }

    private List<StepRun> apply(Execution execution, List<Snapshot.Step> moves, Instant at) {
        var steps = StepRun.<StepRun>list(
                        "id in ?1", moves.stream().map(Snapshot.Step::id).toList())
                .stream()
                .collect(toMap(StepRun::id, Function.identity()));
        var phases = PhaseRun.<PhaseRun>list(
                        "key.executionId = ?1 and key.index in ?2",
                        execution.id(),
                        moves.stream().map(Snapshot.Step::phase).distinct().toList())
                .stream()
                .collect(toMap(PhaseRun::index, Function.identity()));
        for (var move : moves) {
            var step = requireNonNull(steps.get(move.id()));
            requireNonNull(phases.get(move.phase())).count(step.status(), move.status(), at);
            step.move(move, execution.changeNo(), at);
            if (move.status() == Status.RUNNING) {
                jobs.schedule(step.id(), step.attempt());
            }
        }
        return moves.stream().map(move -> requireNonNull(steps.get(move.id()))).toList();
    }
}
