package dev.slipway.execution;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Locked;
import dev.slipway.project.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one door through which an execution changes: console, REST, schedules and the engine all come in here. Each verb
 * checks the permission, locks the execution, asks {@link ReleaseProcess} for the next state, and records state, jobs and
 * audit in one transaction; what has changed is announced after it.
 */
@ApplicationScoped
public class Executions {

    private final Beginning beginning;
    private final Progression progression;
    private final AuditTrail audit;
    private final Clock clock;

    Executions(Beginning beginning, Progression progression, AuditTrail audit, Clock clock) {
        this.beginning = beginning;
        this.progression = progression;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An execution that has just begun.
     *
     * @param no counts the executions of its release task
     */
    public record Begun(long id, int no) {}

    /**
     * Starts an execution at its first selected task, in a transaction that has locked the release task.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not execute in the project
     * @throws NothingSelected if the plan has no selected task
     * @throws AlreadyActive if an execution of the same release task is active
     */
    @Transactional
    public Begun start(Actor actor, Plan plan) {
        actor.require(plan.release().projectId(), Permission.EXECUTE);
        if (plan.selected() == 0) {
            throw new NothingSelected();
        }
        var at = clock.instant();
        var opening = beginning.begin(actor, plan, at);
        progression.tell(opening.transition(at));
        return new Begun(opening.id(), plan.no());
    }

    /** What a person decides: the checkpoint by name, and the attempt that was on the page. */
    public record Deciding(long executionId, String step, int attempt, Verdict verdict, String comments) {}

    /**
     * Spends the decision of a checkpoint.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not decide in the project
     * @throws AlreadyDecided if somebody was first
     * @throws NotWaiting if the checkpoint waits for no decision, or for one about another attempt
     */
    @Transactional
    public Decision decide(Actor actor, Deciding deciding) {
        var execution = Execution.lockedAnew(deciding.executionId());
        actor.require(execution.projectId(), Permission.DECIDE);
        var step = StepRun.byName(execution, deciding.step());
        step.findDecision().ifPresent(first -> {
            throw new AlreadyDecided(first);
        });
        if (!step.awaitsDecision() || step.attempt() != deciding.attempt()) {
            throw new NotWaiting(step);
        }
        var at = clock.instant();
        var agreed = deciding.verdict() == Verdict.AGREE;
        var decision = Decision.of(step, actor, deciding.verdict(), deciding.comments(), at);
        decision.persist();
        record(
                execution,
                actor.username(),
                agreed ? "checkpoint_agreed" : "checkpoint_rejected",
                Map.of("task", step.displayName(), "attempt", step.attempt(), "comments", deciding.comments()));
        if (!agreed) {
            execution.explain("%s was rejected by %s.".formatted(step.displayName(), actor.displayName()));
        }
        step.report("%s by %s.".formatted(agreed ? "Agreed" : "Rejected", actor.displayName()), Map.of(), Map.of());
        progression.go(execution, new Event.Decided(step.id(), step.attempt(), agreed), at);
        return decision;
    }

    /**
     * What an attempt came to, in one sentence, and what it gave.
     *
     * @param undo what undoing it would need to know; empty if there is nothing to undo
     * @param recording what the attempt changed elsewhere; recorded only if the report is taken
     */
    public record Report(
            boolean succeeded,
            String message,
            Map<String, Object> output,
            Map<String, Object> undo,
            Runnable recording) {}

    /**
     * What came of a report.
     *
     * @param taken false: the attempt was at work no more, and nothing is changed
     * @param next the attempt that its job goes on with
     */
    public record Reported(boolean taken, Optional<Brief> next) {
        static final Reported TOO_LATE = new Reported(false, Optional.empty());
    }

    /**
     * Takes the end of an attempt, in the caller's transaction, which has read nothing of the execution yet.
     *
     * @throws LostJob if somebody else has its job by now. The caller then rolls back
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Reported report(Ending ending) {
        return progression.settle(ending);
    }

    /**
     * Takes the ends of attempts together, as far as nobody else is at their executions and these stand as is thought. Each
     * is fenced by itself.
     *
     * @param endings of different executions, and without anything to record
     * @return what came of those that were taken, by the ids of the executions; the others are to be reported by themselves
     * @throws RuntimeException if something is wrong with one of them. The caller then rolls back and reports each by itself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Reported> reportTogether(List<Ending> endings) {
        return progression.settle(endings);
    }

    /**
     * Takes what an attempt at work does and wants to remember, in the caller's transaction.
     *
     * @return false if the attempt is at work no more; then nothing is changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean note(long stepRun, int attempt, String what, Map<String, Object> memo) {
        var step = StepRun.byId(stepRun);
        if (Storable.text(what).equals(step.message())) {
            Locked.fresh(step);
        } else {
            // An execution is locked before its tasks, here as everywhere.
            var execution = Execution.locked(step.executionId());
            if (Locked.fresh(step).isAtWork(attempt)) {
                step.saysItDoes(what, execution.touch());
                progression.announce(execution.id(), execution.projectId());
            }
        }
        if (!step.isAtWork(attempt)) {
            return false;
        }
        step.remember(memo);
        return true;
    }

    private void record(Execution execution, String actor, String kind, Map<String, Object> detail) {
        audit.record(actor, execution.projectId(), kind, execution.auditSubject(), detail);
    }
}
