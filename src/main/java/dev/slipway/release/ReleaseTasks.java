package dev.slipway.release;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Change;
import dev.slipway.execution.Execution;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one door through which release tasks are created, edited and deleted: editor, file, template package and REST. */
@ApplicationScoped
public class ReleaseTasks {

    /** How many release tasks a project may have [servicestage_03_0436]. */
    public static final int MOST_RELEASE_TASKS = 1_000;

    private static final int MOST_CHANGES_IN_AUDIT = 500;

    private final DefinitionRules rules;
    private final EnvironmentRules environments;
    private final AuditTrail audit;
    private final Clock clock;

    ReleaseTasks(DefinitionRules rules, EnvironmentRules environments, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.environments = environments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a release task.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws InvalidDefinition if anything is wrong with it, a name that is taken or one release task too many included
     */
    @Transactional
    public ReleaseTask create(Actor actor, ReleaseTask.Home home, Definition definition) {
        actor.require(home.projectId(), Permission.EDIT);
        lockNames(home);
        var problems = new ArrayList<>(rules.check(definition));
        problems.addAll(environments.check(home, definition));
        problems.addAll(nameTaken(home, definition.name(), null));
        problems.addAll(noneTooMany(home));
        refuse(problems);
        var keyed = definition.withKeys(Keys::random);
        var release = ReleaseTask.of(home, keyed.name(), keyed.description(), actor.username(), clock.instant());
        release.define(keyed, actor.username(), clock.instant());
        release.persistAndFlush();
        record(
                actor,
                release,
                "release_task_created",
                Map.of("tasks", keyed.tasks().count()));
        return release;
    }

    /** What would be wrong with a name in a place: the rule, or another release task that has it. */
    @Transactional
    public List<Problem> problemsOfName(ReleaseTask.Home home, String name, @Nullable UUID self) {
        var problems = rules.checkName(name);
        return problems.isEmpty() ? nameTaken(home, name, self) : problems;
    }

    /**
     * Which release task an edit began from.
     *
     * @param revision the revision that the editor had before its eyes
     */
    public record Base(UUID id, int revision) {}

    /**
     * Replaces what a release task says.
     *
     * @throws dev.slipway.project.UnknownRecord if it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws EditedMeanwhile if somebody else saved since the edit began
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     * @throws InvalidDefinition if anything is wrong with it
     */
    @Transactional
    public ReleaseTask edit(Actor actor, Base base, Definition definition) {
        var release = unchanged(actor, base);
        lockNames(release.home());
        var problems = new ArrayList<>(rules.check(definition));
        problems.addAll(environments.check(release.home(), definition));
        problems.addAll(nameTaken(release.home(), definition.name(), release.id()));
        refuse(problems);
        var before = release.definition();
        var keyed = definition.withKeys(Keys::random);
        if (!keyed.equals(before)) {
            release.define(keyed, actor.username(), clock.instant());
            record(actor, release, "release_task_edited", detail(DefinitionChanges.between(before, keyed)));
        }
        return release;
    }

    /**
     * Moves a release task to another project. Its executions stay behind as records of the project in which they ran.
     *
     * @return the release task, on which a further edit has to be based
     * @throws dev.slipway.project.UnknownRecord if it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not edit in both projects
     * @throws EditedMeanwhile if somebody else saved since the edit began
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     * @throws InvalidDefinition if the name is taken there, or there are too many release tasks
     */
    @Transactional
    public ReleaseTask move(Actor actor, Base base, String project) {
        actor.require(project, Permission.EDIT);
        var release = unchanged(actor, base);
        if (release.projectId().equals(project)) {
            return release;
        }
        var there = new ReleaseTask.Home(project, release.regionId());
        lockNames(there);
        var problems = new ArrayList<>(nameTaken(there, release.name(), release.id()));
        problems.addAll(noneTooMany(there));
        refuse(problems);
        var moved = Map.<String, Object>of("project", Change.of(release.projectId(), project));
        record(actor, release, "release_task_moved", moved);
        release.moveTo(project);
        record(actor, release, "release_task_moved", moved);
        return release;
    }

    /**
     * The release task that somebody wants to change.
     *
     * @throws dev.slipway.project.UnknownRecord if it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     */
    @Transactional
    public ReleaseTask forEditing(Actor actor, UUID id) {
        var release = ReleaseTask.byId(id).seenBy(actor);
        actor.require(release.projectId(), Permission.EDIT);
        return release;
    }

    /**
     * Deletes a release task with its executions; the audit trail keeps what happened.
     *
     * @throws dev.slipway.project.UnknownRecord if it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     */
    @Transactional
    public void delete(Actor actor, UUID id) {
        var release = editable(actor, id);
        record(
                actor,
                release,
                "release_task_deleted",
                Map.of("tasks", release.steps().size(), "executions", release.executions()));
        release.delete();
    }

    /** Lets nobody else take a name, or the last free place of the project, until the transaction ends. */
    private static void lockNames(ReleaseTask.Home home) {
        ReleaseTask.getEntityManager()
                .createNativeQuery("select id from project where id = ?1 for update")
                .setParameter(1, home.projectId())
                .getResultList();
    }

    private static ReleaseTask unchanged(Actor actor, Base base) {
        var release = editable(actor, base.id());
        if (release.revision() != base.revision()) {
            throw new EditedMeanwhile(release);
        }
        return release;
    }

    private static ReleaseTask editable(Actor actor, UUID id) {
        var release = ReleaseTask.locked(id).seenBy(actor);
        actor.require(release.projectId(), Permission.EDIT);
        Execution.requireNoneActive(id);
        return release;
    }

    private static List<Problem> nameTaken(ReleaseTask.Home home, String name, @Nullable UUID self) {
        return ReleaseTask.find(home, name)
                .filter(other -> !other.id().equals(self))
                .map(other -> List.of(new Problem(
                        "name", "There is a release task %s already. Choose another name.".formatted(name))))
                .orElse(List.of());
    }

    private static List<Problem> noneTooMany(ReleaseTask.Home home) {
        if (ReleaseTask.count("projectId", home.projectId()) < MOST_RELEASE_TASKS) {
            return List.of();
        }
        return List.of(new Problem(
                "name",
                "The project has %d release tasks, and more are not allowed. Delete one that is not needed."
                        .formatted(MOST_RELEASE_TASKS)));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDefinition(problems);
        }
    }

    private static Map<String, Object> detail(List<DefinitionChanges.Change> changes) {
        var detail = new LinkedHashMap<String, Object>();
        changes.stream().limit(MOST_CHANGES_IN_AUDIT).forEach(change -> detail.put(change.where(), change.oldAndNew()));
        if (changes.size() > MOST_CHANGES_IN_AUDIT) {
            detail.put("more changes", changes.size() - MOST_CHANGES_IN_AUDIT);
        }
        return detail;
    }

    private void record(Actor actor, ReleaseTask release, String kind, Map<String, Object> detail) {
        audit.record(
                actor.username(),
                release.projectId(),
                kind,
                new AuditSubject("release_task", release.id().toString(), release.name()),
                detail);
    }
}
