package dev.slipway.rollback;

import dev.slipway.execution.Execution;
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
    public Execution rollBack(Actor actor, UUID release, int no, Set<String> selected) {
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
                forward.releaseTaskId(),
                forward.releaseName(),
                forward.no(),
                undone.stream().map(step -> part(step, selected)).toList(),
                rest,
                problem);
    }

    private static boolean isUndoable(StepRun step) {
        return step.status() == Status.SUCCESSFUL && step.undo() != null;
    }

    private RollbackPage.Part part(StepRun step, @Nullable Set<String> selected) {
        var undoing = undoing(step);
        return new RollbackPage.Part(
                step.name(),
                step.displayName(),
                step.taskType(),
                undoing.what(),
                undoing.changedSince(),
                undoing.remark(),
                selected == null ? undoing.changedSince() == null : selected.contains(step.name()));
    }

    private Undoable.Undoing undoing(StepRun step) {
        return types.undoing(step.taskType(), Objects.requireNonNull(step.undo()));
    }

    private Plan plan(Plan.Release release, Execution forward, int no, Set<String> selected) {
        var byPhase = forward.steps().stream()
                .filter(RollingBack::isUndoable)
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
                                selected))
                        .toList());
    }

    private Plan.Phase phase(String name, String title, List<StepRun> steps, Set<String> selected) {
        Map<Integer, List<StepRun>> groups =
                steps.stream().collect(Collectors.groupingBy(StepRun::groupIndex, TreeMap::new, Collectors.toList()));
        return new Plan.Phase(
                name,
                title,
                groups.values().stream()
                        .map(group -> backwards(group).stream()
                                .map(step -> planned(step, selected))
                                .toList())
                        .toList());
    }

    private Plan.Step planned(StepRun step, Set<String> selected) {
        return new Plan.Step(
                step.name(),
                step.displayName(),
                new Plan.Type(step.taskType(), false),
                undoing(step).what(),
                step.input(),
                step.timeLimit(),
                selected.contains(step.name()),
                step.undo());
    }

    private static List<StepRun> backwards(List<StepRun> steps) {
        var backwards = new ArrayList<>(steps);
        Collections.reverse(backwards);
        return backwards;
    }
}
