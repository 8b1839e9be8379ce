package dev.slipway.release;

import dev.slipway.execution.Executions;
import dev.slipway.execution.Plan;
import dev.slipway.execution.TriggerKind;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.tasktype.TaskTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executing a release task: freezes its definition and a selection of its tasks into a plan, and starts it. */
@ApplicationScoped
public class Executing {

    private final Blueprints blueprints;
    private final Executions executions;
    private final TaskTypes types;
    private final ReleaseConfig config;

    Executing(Blueprints blueprints, Executions executions, TaskTypes types, ReleaseConfig config) {
        this.blueprints = blueprints;
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
    public Executions.Begun execute(Actor actor, UUID releaseTask, Set<String> selected) {
        var blueprint = executable(actor, releaseTask);
        blueprint.definition().requireTasks(selected);
        return executions.start(actor, plan(blueprint, selected));
    }

    /**
     * Starts an execution because a schedule that the actor set is due; refuses as {@link #execute} does.
     *
     * @param selected names of tasks; null: all
     */
    @Transactional
    public Executions.Begun executeBySchedule(Actor actor, UUID releaseTask, @Nullable List<String> selected) {
        var blueprint = executable(actor, releaseTask);
        var tasks = selected == null ? names(blueprint.definition()) : Set.copyOf(selected);
        blueprint.definition().requireTasks(tasks);
        return executions.start(actor, plan(blueprint, tasks).bySchedule());
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
    public Executions.Begun execute(Actor actor, UUID releaseTask, Planner planner) {
        var blueprint = executable(actor, releaseTask);
        return executions.start(actor, planner.plan(blueprint.release(), blueprint.executions() + 1));
    }

    /** Starts an execution of all tasks. */
    @Transactional
    public Executions.Begun executeAll(Actor actor, UUID releaseTask) {
        var blueprint = executable(actor, releaseTask);
        return executions.start(actor, plan(blueprint, names(blueprint.definition())));
    }

    private Blueprints.Blueprint executable(Actor actor, UUID releaseTask) {
        var blueprint = blueprints.locked(releaseTask);
        if (!actor.isMemberOf(blueprint.release().projectId())) {
            throw new UnknownRecord("release task", releaseTask);
        }
        actor.require(blueprint.release().projectId(), Permission.EXECUTE);
        return blueprint;
    }

    /** What executing all tasks would do. */
    Plan planOfAll(ReleaseTask release) {
        var identity = new Plan.Release(
                release.id(), release.projectId(), release.regionId(), release.name(), release.revision());
        var definition = release.definition();
        return plan(new Blueprints.Blueprint(identity, release.executions(), definition), names(definition));
    }

    private static Set<String> names(Definition definition) {
        return definition.tasks().map(Definition.Task::name).collect(Collectors.toSet());
    }

    private Plan plan(Blueprints.Blueprint blueprint, Set<String> selected) {
        return new Plan(
                blueprint.release(),
                blueprint.executions() + 1,
                blueprint.definition().failMode(),
                TriggerKind.PERSON,
                null,
                blueprint.definition().phases().stream()
                        .map(phase -> plan(phase, selected))
                        .toList());
    }

    private Plan.Phase plan(Definition.Phase phase, Set<String> selected) {
        List<List<Plan.Step>> groups = phase.groups().stream()
                .map(group ->
                        group.tasks().stream().map(task -> plan(task, selected)).toList())
                .toList();
        return new Plan.Phase(phase.name(), phase.displayName(), groups);
    }

    private Plan.Step plan(Definition.Task task, Set<String> selected) {
        var limit = task.timeLimitSeconds() == null
                ? types.timeLimit(task.type(), task.input(), config.timeLimit())
                : Duration.ofSeconds(task.timeLimitSeconds());
        return new Plan.Step(
                task.name(),
                task.displayName(),
                new Plan.Type(task.type(), types.checkpoint(task.type()).isPresent()),
                types.target(task.type(), task.input()),
                task.input(),
                limit,
                selected.contains(task.name()),
                null);
    }
}
