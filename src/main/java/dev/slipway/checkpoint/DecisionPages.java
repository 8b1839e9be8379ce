package dev.slipway.checkpoint;

import static java.util.Objects.requireNonNull;

import dev.slipway.execution.Execution;
import dev.slipway.execution.HeldBack;
import dev.slipway.execution.StepRun;
import dev.slipway.execution.Successor;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.tasktype.Checkpoint;
import dev.slipway.tasktype.Foresight;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what the dialog of a decision shows. */
@ApplicationScoped
class DecisionPages {

    private final TaskTypes types;
    private final Foresight foresight;

    DecisionPages(TaskTypes types, Foresight foresight) {
        this.types = types;
        this.foresight = foresight;
    }

    /**
     * The dialog as things stand.
     *
     * @param comments what was written so far
     * @param problem what is wrong with it
     * @throws UnknownRecord if there is no such checkpoint, or it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not decide
     */
    @Transactional
    DecisionPage of(Actor actor, DecisionPage.Place place, String comments, @Nullable String problem) {
        var execution = Execution.byNo(place.releaseId(), place.executionNo());
        if (!actor.may(execution.projectId(), Permission.VIEW)) {
            throw new UnknownRecord("execution", place.executionNo());
        }
        actor.require(execution.projectId(), Permission.DECIDE);
        var step = StepRun.byName(execution, place.task());
        var type = types.checkpoint(step.taskType()).orElseThrow(() -> new UnknownRecord("checkpoint", place.task()));
        return new DecisionPage(
                new DecisionPage.Subject(
                        place,
                        execution.releaseName(),
                        step.displayName(),
                        step.taskType(),
                        execution.id(),
                        execution.changeNo()),
                step.attempt(),
                step.status(),
                step.awaitsDecision() ? question(type, step, foresees(execution, step), comments, problem) : null,
                step.findDecision().orElse(null));
    }

    private DecisionPage.Question question(
            Checkpoint<?> type, StepRun step, boolean foresees, String comments, @Nullable String problem) {
        return new DecisionPage.Question(
                type.takesComments(),
                instructions(type, step.input()),
                requireNonNull(step.startedAt()),
                Successor.of(step).orElse(null),
                foresees,
                comments,
                problem);
    }

    private boolean foresees(Execution execution, StepRun step) {
        var scope = new Ticket.Release(
                execution.releaseTaskId(),
                execution.releaseName(),
                execution.no(),
                execution.projectId(),
                execution.regionId(),
                execution.startedBy());
        var tasks = HeldBack.by(step, execution.steps()).stream()
                .map(held -> new Foresight.Task(held.displayName(), held.taskType(), held.input()))
                .toList();
        return !foresight.among(scope, tasks).isEmpty();
    }

    private <I extends Record> String instructions(Checkpoint<I> type, Map<String, Object> input) {
        return types.instructions(type, input);
    }
}
