package dev.slipway.trail;

import dev.slipway.audit.AuditEvent;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks events up, newest first and a stretch at a time. */
@ApplicationScoped
class Trail {

    private final EntityManager database;
    private final TimeLimit limit;

    Trail(EntityManager database, TimeLimit limit) {
        this.database = database;
        this.limit = limit;
    }

    /**
     * Whose events are looked up.
     *
     * @param projectId null: those that belong to no project
     */
    record Scope(@Nullable String projectId) {}

    /**
     * What an actor may look into: every member sees the trail of the project, and who administers the default project
     * also what belongs to none.
     *
     * @throws UnknownRecord if the project is none of the actor's business
     * @throws dev.slipway.project.Forbidden if only administrators may see it
     */
    static Scope scope(Actor actor, String projectId, TrailFilter filter) {
        if (filter.ofSlipway()) {
            actor.require(Project.DEFAULT_ID, Permission.ADMINISTER);
            return new Scope(null);
        }
        if (!actor.isMemberOf(projectId)) {
            throw new UnknownRecord("project", projectId);
        }
        return new Scope(projectId);
    }

    /**
     * The events from a cursor on, in a transaction of its own.
     *
     * @throws SearchTooLong if the database needs longer than it may
     */
    List<AuditEvent> find(Scope scope, TrailFilter filter, @Nullable TrailCursor cursor, int count) {
        return limit.on(() -> {
            var where = TrailWhere.of(scope, filter, isObject(scope, filter));
            if (cursor != null) {
                where.from(cursor);
            }
            return where.query(database, cursor != null && cursor.towardsNewer())
                    .setMaxResults(count)
                    .getResultList();
        });
    }

    /** Whether the filter names one object by its id; that is found at once, a part of a name is searched for. */
    private boolean isObject(Scope scope, TrailFilter filter) {
        if (filter.type().isEmpty() || filter.object().isEmpty()) {
            return false;
        }
        var where = TrailWhere.ofObject(scope, filter.type(), filter.object());
        return !where.query(database, false).setMaxResults(1).getResultList().isEmpty();
    }
}
