package dev.slipway.execution;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What people do to an execution that has started: the second half of the door that {@link Executions} is. Each verb asks
 * for the permission, locks the execution, refuses with a sentence what can't be done as things stand, and records who did
 * what.
 */
@ApplicationScoped
public class Interventions {

    private final Progression progression;
    private final AuditTrail audit;
    private final Clock clock;

    Interventions(Progression progression, AuditTrail audit, Clock clock) {
        this.progression = progression;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets running tasks end and starts nothing new; what waits for a decision asks again when it goes on. A paused
     * execution is ended.
     *
     * @throws Conflict if it isn't active
     */
    @Transactional
    public void stop(Actor actor, long executionId) {
        var execution = begin(actor, executionId, Operation.STOP);
        if (execution.status() == Status.PAUSED) {
            end(actor, execution);
            return;
        }
        record(actor, execution, "execution_stopped", Map.of());
        apply(execution, new Event.Stopped());
    }

    /**
     * Lets a stopped execution go on.
     *
     * @throws Conflict if it isn't stopped
     */
    @Transactional
    public void goOn(Actor actor, long executionId) {
        var execution = begin(actor, executionId, Operation.CONTINUE);
        record(actor, execution, "execution_continued", Map.of());
        apply(execution, new Event.Continued());
    }

    /**
     * Ends an execution at once. Running tasks fail; what they have begun is cleaned up by whichever node has them.
     *
     * @throws Conflict if it isn't active
     */
    @Transactional
    public void terminate(Actor actor, long executionId) {
        end(actor, begin(actor, executionId, Operation.TERMINATE));
    }

    private void end(Actor actor, Execution execution) {
        record(actor, execution, "execution_terminated", Map.of());
        var why = "Terminated by %s.".formatted(actor.displayName());
        execution.explain(why);
        execution.steps(Status.RUNNING).forEach(step -> step.report(why, Map.of(), Map.of()));
        apply(execution, new Event.Terminated());
    }

    /**
     * Runs failed tasks again, and what comes after them.
     *
     * @param chosen names of failed tasks; empty: all that failed. Rejected checkpoints always ask again
     * @throws Conflict if it hasn't failed, or a chosen task hasn't
     */
    @Transactional
    public void retry(Actor actor, long executionId, Set<String> chosen) {
        var execution = begin(actor, executionId, Operation.RETRY);
        var failed = execution.steps(Status.RELEASE_FAILED);
        requireFailed(failed, chosen);
        var again = failed.stream()
                .filter(step -> chosen.isEmpty() || step.checkpoint() || chosen.contains(step.name()))
                .toList();
        record(actor, execution, "execution_retried", Map.of("tasks", names(again)));
        restart(execution);
        again.forEach(step -> retry(execution, step));
        apply(execution, new Event.Retried(again.stream().map(StepRun::id).collect(Collectors.toSet())));
    }

    private static void requireFailed(List<StepRun> failed, Set<String> chosen) {
        var wrong = new TreeSet<>(chosen);
        failed.forEach(step -> wrong.remove(step.name()));
        if (!wrong.isEmpty()) {
            throw new Conflict("Only failed tasks can be retried, and these have not failed: %s."
                    .formatted(String.join(", ", wrong)));
        }
    }

    private static void retry(Execution execution, StepRun step) {
        step.retry(execution.touch());
        PhaseRun.of(execution, step.phaseIndex()).retry();
    }

    /**
     * Lets an execution go on past a failed task.
     *
     * @param reason why, up to 1,000 characters
     * @throws Conflict if the task hasn't failed, is a checkpoint, or the execution can't go on from it
     */
    @Transactional
    public void skip(Actor actor, long executionId, String task, String reason) {
        var execution = begin(actor, executionId, Operation.SKIP);
        var step = StepRun.byName(execution, task);
        refuseToSkip(execution, step);
        var at = clock.instant();
        step.waive(new Waiver(actor.displayName(), reason, at));
        var detail = new LinkedHashMap<String, Object>();
        detail.put("task", step.displayName());
        detail.put("attempt", step.attempt());
        detail.put("reason", reason);
        record(actor, execution, "task_skipped", detail);
        if (!execution.status().isActive()) {
            restart(execution);
        }
        execution.remark(remark(execution));
        apply(execution, new Event.Waived(step.id()));
    }

    /** @throws Conflict with a sentence if a task can't be skipped as things stand */
    static void refuseToSkip(Execution execution, StepRun step) {
        if (step.status() != Status.RELEASE_FAILED) {
            throw new Conflict("%s has not failed, so there is nothing to skip.".formatted(step.displayName()));
        }
        if (step.checkpoint()) {
            throw new Conflict(
                    "%s was rejected. A rejection can't be skipped; Retry asks again.".formatted(step.displayName()));
        }
        var elsewhere = step.phaseIndex() != execution.currentPhase();
        if (execution.status().isActive() && (execution.brake() != Snapshot.Brake.OFF || elsewhere)) {
            throw new Conflict("Wait until the execution has ended, then skip %s.".formatted(step.displayName()));
        }
    }

    private static String remark(Execution execution) {
        var waived = execution.waivedSteps();
        var people = waived.stream()
                .flatMap(step -> step.findWaiver().stream())
                .map(Waiver::by)
                .distinct()
                .collect(Collectors.joining(", "));
        return Storable.shortened("%d skipped by %s".formatted(waived.size(), people), Execution.LONGEST_REMARK);
    }

    /** Takes an ended execution up again: 14, whereupon failed tasks may be left. */
    private static void restart(Execution execution) {
        execution.restart(execution.firstPhaseLeft());
        Execution.flush();
    }

    private static Execution begin(Actor actor, long executionId, Operation operation) {
        var execution = Execution.lockedAnew(executionId);
        actor.require(execution.projectId(), Permission.EXECUTE);
        operation.requirePossible(execution);
        if (!execution.status().isActive()) {
            lockRelease(execution);
        }
        return execution;
    }

    /** Nobody else may take up or start an execution of the release task until the transaction ends. */
    private static void lockRelease(Execution execution) {
        Execution.getEntityManager()
                .createNativeQuery("select id from release_task where id = ?1 for update")
                .setParameter(1, execution.releaseTaskId())
                .getResultList();
        execution.requireLatest();
    }

    private void apply(Execution execution, Event event) {
        if (!progression.go(execution, event, clock.instant())) {
            throw new Conflict("Execution %d of %s is ending already. Wait until it has ended."
                    .formatted(execution.no(), execution.releaseName()));
        }
    }

    private static List<String> names(List<StepRun> steps) {
        return steps.stream().map(StepRun::name).toList();
    }

    private void record(Actor actor, Execution execution, String kind, Map<String, Object> detail) {
        audit.record(actor.username(), execution.projectId(), kind, execution.auditSubject(), detail);
    }
}
