package dev.slipway.execution;

import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the question before an intervention shows. */
@ApplicationScoped
class InterventionPages {

    /** An execution, and what is to be done to it. */
    record Asking(UUID releaseId, int no, Operation operation) {}

    /**
     * The question as things stand.
     *
     * @param chosen names of the tasks to retry; empty: all that failed
     * @throws dev.slipway.project.UnknownRecord if there is no such execution, or it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute
     */
    @Transactional
    InterventionPage of(Actor actor, Asking asking, Set<String> chosen, @Nullable String problem) {
        var execution = Execution.byNo(asking.releaseId(), asking.no());
        Viewer.audience(actor, execution.projectId());
        actor.require(execution.projectId(), Permission.EXECUTE);
        asking.operation().requirePossible(execution);
        return new InterventionPage(subject(execution), asking.operation(), effects(execution, chosen), problem);
    }

    /**
     * The question before a failed task is skipped.
     *
     * @throws dev.slipway.project.Conflict if it can't be skipped as things stand
     */
    @Transactional
    SkipPage skipping(Actor actor, Asking asking, String task) {
        var page = of(actor, asking, Set.of(), null);
        var execution = Execution.byNo(asking.releaseId(), asking.no());
        var step = StepRun.byName(execution, task);
        Interventions.refuseToSkip(execution, step);
        return new SkipPage(page.subject(), task, step.displayName(), step.message(), "", null);
    }

    private static InterventionPage.Subject subject(Execution execution) {
        return new InterventionPage.Subject(
                execution.releaseTaskId(),
                execution.releaseName(),
                execution.no(),
                execution.id(),
                execution.changeNo(),
                execution.status());
    }

    private static InterventionPage.Effects effects(Execution execution, Set<String> chosen) {
        var failed = execution.steps(Status.RELEASE_FAILED).stream()
                .map(step -> InterventionPage.Task.of(
                        step, chosen.isEmpty() || step.checkpoint() || chosen.contains(step.name())))
                .toList();
        return new InterventionPage.Effects(
                tasks(execution, Status.RUNNING),
                tasks(execution, Status.TO_BE_APPROVED),
                failed,
                tasks(execution, Status.NOT_EXECUTED));
    }

    private static List<InterventionPage.Task> tasks(Execution execution, Status status) {
        return execution.steps(status).stream()
                .map(step -> InterventionPage.Task.of(step, true))
                .toList();
    }
}
