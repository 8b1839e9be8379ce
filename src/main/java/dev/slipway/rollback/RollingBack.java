package dev.slipway.rollback;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Executions;
import dev.slipway.execution.FailMode;
import dev.slipway.execution.NothingSelected;
import dev.slipway.execution.Operation;
import dev.slipway.execution.Plan;
import dev.slipway.execution.Status;
import dev.slipway.execution.StepRun;
import dev.slipway.execution.TriggerKind;
import dev.slipway.execution.Viewer;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.release.Executing;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Undoable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rolls an execution back: an execution of its own whose plan is the reverse of what succeeded, built from what each task
 * recorded when it changed something.
 */
@ApplicationScoped
public class RollingBack {

    private final Executing executing;
    private final TaskTypes types;

    RollingBack(Executing executing, TaskTypes types) {
        this.executing = executing;
        this.types = types;
    }

    /**
     * What rolling back would do, with everything selected that nobody else has changed since.
     *
     * @throws dev.slipway.project.UnknownRecord if there is no such execution, or it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute
     * @throws dev.slipway.project.Conflict if it can't be rolled back as things stand
     */
    @Transactional
    public RollbackPage preview(Actor actor, UUID release, int no) {
        return page(begin(actor, release, no), null, null);
    }

    /** The same with a selection as it was sent, and what is wrong with it. */
    @Transactional
    RollbackPage previewAgain(Actor actor, UUID release, int no, Set<String> selected, String problem) {
        return page(begin(actor, release, no), selected, problem);
    }

    /**
     * Starts the rollback of the selected tasks; the others are left out.
     *
     * @throws NothingSelected if none of the tasks that can be undone is selected
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     */
    @Transactional
    public Executions.Begun rollBack(Actor actor, UUID release, int no, Set<String> selected) {
        var forward = begin(actor, release, no);
        return executing.execute(actor, release, (task, next) -> plan(task, forward, next, selected));
    }

    private static Execution begin(Actor actor, UUID release, int no) {
        var forward = Execution.byNo(release, no);
        Viewer.audience(actor, forward.projectId());
        actor.require(forward.projectId(), Permission.EXECUTE);
        Operation.ROLL_BACK.requirePossible(forward);
        forward.requireLatest();
        return forward;
    }

    private RollbackPage page(Execution forward, @Nullable Set<String> selected, @Nullable String problem) {
        var steps = forward.steps();
        var undone = backwards(steps.stream().filter(RollingBack::isUndoable).toList());
        var rest = steps.stream()
                .filter(step -> step.status() == Status.SUCCESSFUL && !isUndoable(step))
                .map(step -> new RollbackPage.Rest(step.displayName(), step.taskType()))
                .toList();
        return new RollbackPage(
                forward.releaseTaskId(), forward.releaseName(), forward.no(), parts(undone, selected), rest, problem);
    }

    private static boolean isUndoable(StepRun step) {
        return step.status() == Status.SUCCESSFUL && step.undo() != null;
    }

    /** Each as things stand when those before it, as far as they are selected, are undone. */
    private List<RollbackPage.Part> parts(List<StepRun> backwards, @Nullable Set<String> selected) {
        var parts = new ArrayList<RollbackPage.Part>();
        var undone = new ArrayList<Map<String, Object>>();
        for (var step : backwards) {
            var undo = Objects.requireNonNull(step.undo());
            var part = part(step, types.undoing(step.taskType(), undo, undone), selected);
            if (part.selected()) {
                undone.add(undo);
            }
            parts.add(part);
        }
        return parts;
    }

    private static RollbackPage.Part part(StepRun step, Undoable.Undoing undoing, @Nullable Set<String> selected) {
        return new RollbackPage.Part(
                step.name(),
                step.displayName(),
                step.taskType(),
                undoing.what(),
                undoing.changedSince(),
                undoing.remark(),
                selected == null ? undoing.changedSince() == null : selected.contains(step.name()));
    }

    private Plan plan(Plan.Release release, Execution forward, int no, Set<String> selected) {
        var undoable = forward.steps().stream().filter(RollingBack::isUndoable).toList();
        var parts = parts(backwards(undoable), selected).stream()
                .collect(Collectors.toMap(RollbackPage.Part::name, Function.identity()));
        var byPhase = undoable.stream()
                .collect(Collectors.groupingBy(
                        StepRun::phaseIndex, () -> new TreeMap<>(Collections.reverseOrder()), Collectors.toList()));
        var phases = forward.phases();
        return new Plan(
                release,
                no,
                // One task that can't be undone is no reason to leave the others as they are.
                FailMode.CONTINUE,
                TriggerKind.PERSON,
                forward.no(),
                byPhase.entrySet().stream()
                        .map(entry -> phase(
                                phases.get(entry.getKey()).name(),
                                phases.get(entry.getKey()).displayName(),
                                entry.getValue(),
                                parts))
                        .toList());
    }

    private static Plan.Phase phase(
            String name, String title, List<StepRun> steps, Map<String, RollbackPage.Part> parts) {
        Map<Integer, List<StepRun>> groups =
                steps.stream().collect(Collectors.groupingBy(StepRun::groupIndex, TreeMap::new, Collectors.toList()));
        return new Plan.Phase(
                name,
                title,
                groups.values().stream()
                        .map(group -> backwards(group).stream()
                                .map(step -> planned(step, Objects.requireNonNull(parts.get(step.name()))))
                                .toList())
                        .toList());
    }

    private static Plan.Step planned(StepRun step, RollbackPage.Part part) {
        return new Plan.Step(
                step.name(),
                step.displayName(),
                new Plan.Type(step.taskType(), false),
                part.what(),
                step.input(),
                step.timeLimit(),
                part.selected(),
                step.undo());
    }

    private static List<StepRun> backwards(List<StepRun> steps) {
        var backwards = new ArrayList<>(steps);
        Collections.reverse(backwards);
        return backwards;
    }
}
