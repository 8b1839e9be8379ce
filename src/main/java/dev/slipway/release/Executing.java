package dev.slipway.release;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Executions;
import dev.slipway.execution.Plan;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.tasktype.TaskTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executing a release task: freezes its definition and a selection of its tasks into a plan, and starts it. */
@ApplicationScoped
public class Executing {

    private final Executions executions;
    private final TaskTypes types;
    private final ReleaseConfig config;

    Executing(Executions executions, TaskTypes types, ReleaseConfig config) {
        this.executions = executions;
        this.types = types;
        this.config = config;
    }

    /**
     * Starts an execution of the selected tasks.
     *
     * @param selected names of tasks; tasks that are not in it are skipped
     * @throws dev.slipway.project.UnknownRecord if the release task is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute in the project
     * @throws UnknownTasks if a selected name is no task of the release task
     * @throws dev.slipway.execution.NothingSelected if no task of the release task is selected
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     */
    @Transactional
    public Execution execute(Actor actor, UUID releaseTask, Set<String> selected) {
        var release = executable(actor, releaseTask);
        return start(actor, release, plan(release, selected));
    }

    /** Makes the plan of the next execution of a release task: a rollback. */
    public interface Planner {

        /** The plan of the execution of this number. */
        Plan plan(Plan.Release release, int no);
    }

    /**
     * Starts an execution whose plan is not the definition of its release task.
     *
     * @throws dev.slipway.execution.NothingSelected if no task of the plan is selected
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     */
    @Transactional
    public Execution execute(Actor actor, UUID releaseTask, Planner planner) {
        var release = executable(actor, releaseTask);
        return start(actor, release, planner.plan(identity(release), release.executions() + 1));
    }

    /**
     * Starts an execution because a schedule that the actor set is due; refuses as {@link #execute} does.
     *
     * @param selected names of tasks; null: all
     */
    @Transactional
    public Execution executeBySchedule(Actor actor, UUID releaseTask, @Nullable List<String> selected) {
        var release = executable(actor, releaseTask);
        var tasks = selected == null ? names(release) : Set.copyOf(selected);
        return start(actor, release, plan(release, tasks).bySchedule());
    }

    private static Plan.Release identity(ReleaseTask release) {
        return new Plan.Release(
                release.id(), release.projectId(), release.regionId(), release.name(), release.revision());
    }

    /** Starts an execution of all tasks. */
    @Transactional
    public Execution executeAll(Actor actor, UUID releaseTask) {
        return execute(actor, releaseTask, names(ReleaseTask.byId(releaseTask)));
    }

    private static ReleaseTask executable(Actor actor, UUID releaseTask) {
        var release = ReleaseTask.locked(releaseTask).seenBy(actor);
        actor.require(release.projectId(), Permission.EXECUTE);
        return release;
    }

    private Execution start(Actor actor, ReleaseTask release, Plan plan) {
        var execution = executions.start(actor, plan);
        release.executed(execution);
        return execution;
    }

    /** What executing all tasks would do. */
    Plan planOfAll(ReleaseTask release) {
        return plan(release, names(release));
    }

    private static Set<String> names(ReleaseTask release) {
        return release.steps().stream().map(Step::name).collect(Collectors.toSet());
    }

    private Plan plan(ReleaseTask release, Set<String> selected) {
        release.requireTasks(selected);
        return new Plan(
                identity(release),
                release.executions() + 1,
                release.failMode(),
                null,
                release.phases().stream().map(phase -> plan(phase, selected)).toList());
    }

    private Plan.Phase plan(Phase phase, Set<String> selected) {
        List<List<Plan.Step>> groups = phase.groups().stream()
                .map(group ->
                        group.steps().stream().map(step -> plan(step, selected)).toList())
                .toList();
        return new Plan.Phase(phase.name(), phase.displayName(), groups);
    }

    private Plan.Step plan(Step step, Set<String> selected) {
        var type = step.taskType();
        return new Plan.Step(
                step.name(),
                step.displayName(),
                new Plan.Type(type, types.checkpoint(type).isPresent()),
                types.target(type, step.input()),
                step.input(),
                step.timeLimit().orElseGet(() -> types.timeLimit(type, step.input(), config.timeLimit())),
                selected.contains(step.name()),
                null);
    }
}
