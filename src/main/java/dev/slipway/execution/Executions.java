package dev.slipway.execution;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Locked;
import dev.slipway.project.Permission;
import dev.slipway.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The one door through which an execution changes: console, REST, schedules and the engine all come in here. Each verb
 * checks the permission, locks the execution, asks {@link ReleaseProcess} for the next state, and records state, jobs and
 * audit in one transaction; what has changed is announced after it.
 */
@ApplicationScoped
public class Executions {

    private final Progression progression;
    private final AuditTrail audit;
    private final Traces traces;
    private final Clock clock;

    Executions(Progression progression, AuditTrail audit, Traces traces, Clock clock) {
        this.progression = progression;
        this.audit = audit;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Starts an execution at its first selected task.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not execute in the project
     * @throws NothingSelected if the plan has no selected task
     * @throws AlreadyActive if an execution of the same release task is active
     */
    @Transactional
    public Execution start(Actor actor, Plan plan) {
        actor.require(plan.release().projectId(), Permission.EXECUTE);
        if (plan.selected() == 0) {
            throw new NothingSelected();
        }
        Execution.requireNoneActive(plan.release().id());
        var at = clock.instant();
        var execution = Execution.of(plan, actor.displayName(), at);
        execution.traceParent = traces.here();
        execution.persist();
        persistPlan(execution, plan);
        record(
                execution,
                actor.username(),
                execution.isRollback() ? "rollback_started" : "execution_started",
                Map.of("selected", plan.selected()));
        progression.go(execution, new Event.Started(), at);
        return execution;
    }

    private static void persistPlan(Execution execution, Plan plan) {
        for (int phase = 0; phase < plan.phases().size(); phase++) {
            var planned = plan.phases().get(phase);
            PhaseRun.of(execution.id(), phase, planned).persist();
            for (int group = 0; group < planned.groups().size(); group++) {
                var steps = planned.groups().get(group);
                for (int order = 0; order < steps.size(); order++) {
                    StepRun.of(execution.id(), new PlannedStep.Place(phase, group, order), steps.get(order))
                            .persist();
                }
            }
        }
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
     * @throws RuntimeException if the execution does not stand any more as the brief says, such as {@link Overtaken}. The
     *     caller then rolls back, and reports again with {@link Brief#afresh}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Reported report(Brief done, Report report, RunningJob job) {
        return progression.settle(done, report, job);
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
