package dev.slipway.membership;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Details;
import dev.slipway.project.Locked;
import dev.slipway.project.Membership;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.project.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The door through which enterprise projects come into being, change and go. */
@ApplicationScoped
public class Projects {

    private final Contents contents;
    private final AuditTrail audit;
    private final Clock clock;

    Projects(Contents contents, AuditTrail audit, Clock clock) {
        this.contents = contents;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the actor may create projects: admins of the default project may, because they let in everybody else. */
    public static boolean mayCreate(Actor actor) {
        return actor.may(Project.DEFAULT_ID, Permission.ADMINISTER);
    }

    /**
     * Creates a project, of which the actor is the first admin.
     *
     * @return its id
     * @throws dev.slipway.project.Rejected if the name is wrong or taken, whatever its case
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public String create(Actor actor, Details details) {
        actor.require(Project.DEFAULT_ID, Permission.ADMINISTER);
        details.check();
        var id = UUID.randomUUID().toString();
        var project = new Project(id, details.name(), clock.instant()).describedAs(details.description());
        project.persist();
        Stored.now(details.name());
        Membership.grant(actor.userId(), id, Role.ADMIN);
        record(actor, id, "project_created", project, Map.of("description", details.description()));
        return id;
    }

    /**
     * Changes name and description.
     *
     * @param known the edition that the actor has seen
     * @throws dev.slipway.project.Rejected if the name is wrong or taken, whatever its case
     * @throws dev.slipway.project.Outdated if somebody else has saved since
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public void edit(Actor actor, String id, Details details, int known) {
        var project = changeableBy(actor, id);
        details.check();
        var before = project.details();
        project.edit(details, known);
        Stored.now(details.name());
        record(actor, id, "project_edited", project, before.changesTo(details));
    }

    /**
     * Deletes a project that has nothing in it.
     *
     * @throws Conflict if it has, or is the default one
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public void delete(Actor actor, String id) {
        var project = changeableBy(actor, id);
        if (project.isDefault()) {
            throw new Conflict("The default project is always there.");
        }
        if (!contents.of(id).isEmpty()) {
            throw new NotEmpty(project.name());
        }
        // Told to the default project, because nobody will be a member of this one any more.
        record(actor, Project.DEFAULT_ID, "project_deleted", project, Map.of("description", project.description()));
        project.delete();
        Stored.now(project.name());
    }

    private static Project changeableBy(Actor actor, String id) {
        var project = Project.seenBy(actor, id);
        actor.require(id, Permission.ADMINISTER);
        return Locked.fresh(project);
    }

    private void record(Actor actor, String owner, String kind, Project project, Map<String, Object> detail) {
        audit.record(actor.username(), owner, kind, new AuditSubject("project", project.id(), project.name()), detail);
    }
}
