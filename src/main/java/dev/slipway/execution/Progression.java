package dev.slipway.execution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.slipway.audit.AuditTrail;
import dev.slipway.live.Announcer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Session;

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
    private final Announcer announcer;
    private final jakarta.enterprise.event.Event<Transition> observers;

    Progression(
            EntityManager entities,
            StepJobs jobs,
            AuditTrail audit,
            Announcer announcer,
            jakarta.enterprise.event.Event<Transition> observers) {
        this.entities = entities;
        this.jobs = jobs;
        this.audit = audit;
        this.announcer = announcer;
        this.observers = observers;
    }

    /**
     * Applies an event to a locked execution, in the caller's transaction. Whoever has changed the status of tasks before,
     * or has created some, has flushed it.
     *
     * @return false if it changes nothing
     */
    boolean go(Execution execution, Event event, Instant at) {
        var changes = ReleaseProcess.next(snapshot(execution), event);
        if (changes.isStale()) {
            return false;
        }
        var before = event instanceof Event.Started ? null : execution.status();
        execution.take(changes, at);
        var moved = apply(execution, changes.steps(), at);
        start(moved);
        if (!execution.status().isActive()) {
            audit.record(
                    "slipway",
                    execution.projectId(),
                    "execution_ended",
                    execution.auditSubject(),
                    Map.of("status", execution.status().english()));
        }
        var asking = moved.stream().filter(StepRun::awaitsDecision).toList();
        announce(execution);
        observers.fire(new Transition(execution, before, asking, at));
        return true;
    }

    /** Lets whoever follows an execution, or the list that it is in, know that it is not what it was. */
    void announce(Execution execution) {
        announcer.announce("execution:" + execution.id(), "project:" + execution.projectId());
    }

    private Snapshot snapshot(Execution execution) {
        return new Snapshot(
                execution.way(), execution.failMode(), execution.brake(), failedBefore(execution), steps(execution));
    }

    private List<Snapshot.Step> steps(Execution execution) {
        // What the caller has changed of other rows need not be written for this, and once more at the end.
        var query = entities.createQuery(execution.wasRestarted() ? REST : SNAPSHOT, Snapshot.Step.class)
                .setFlushMode(FlushModeType.COMMIT)
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

    /** What moved and is running has just started. */
    private void start(List<StepRun> moved) {
        var started = moved.stream()
                .filter(step -> step.status() == Status.RUNNING)
                .map(step -> new StepJobs.Started(step.id(), step.attempt()))
                .toList();
        if (!started.isEmpty()) {
            jobs.schedule(started);
        }
    }

    private List<StepRun> apply(Execution execution, List<Snapshot.Step> moves, Instant at) {
        // By their keys: a query would be translated anew for each number of them, and not find what is at hand
        // already.
        var steps = entities
                .unwrap(Session.class)
                .byMultipleIds(StepRun.class)
                .enableSessionCheck(true)
                .multiLoad(moves.stream().map(Snapshot.Step::id).toList())
                .stream()
                .collect(toMap(StepRun::id, Function.identity()));
        var phases = moves.stream()
                .map(Snapshot.Step::phase)
                .distinct()
                .collect(toMap(Function.identity(), phase -> PhaseRun.of(execution, phase)));
        for (var move : moves) {
            var step = requireNonNull(steps.get(move.id()));
            requireNonNull(phases.get(move.phase())).count(step.status(), move.status(), at);
            step.move(move, execution.changeNo(), at);
        }
        return moves.stream().map(move -> requireNonNull(steps.get(move.id()))).toList();
    }
}
