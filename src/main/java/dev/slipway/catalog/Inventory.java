package dev.slipway.catalog;

import dev.slipway.target.ComponentRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Everything a project has, in one look each: what pages of applications and environments show. */
@ApplicationScoped
public class Inventory {

    private static final String COMPONENTS =
            """
            select c.id, c.name, a.id, a.name, e.id, e.name, e.kind, v.version, v.artifact, c.running_since,
                   c.running_release_id, c.running_release, c.running_execution_no, c.held_for, c.held_since
            from component c
            join application a on a.id = c.application_id
            join environment e on e.id = c.environment_id
            left join component_version v on v.id = c.running_version_id
            where a.project_id = ?1
            order by a.name, e.name, c.name
            """;

    private final EntityManager entities;

    Inventory(EntityManager entities) {
        this.entities = entities;
    }

    /** A component with what runs of it. */
    public record Row(
            UUID id,
            String name,
            UUID applicationId,
            String application,
            UUID environmentId,
            String environment,
            String kind,
            @Nullable String version,
            @Nullable String artifact,
            @Nullable Instant since,
            @Nullable UUID releaseId,
            @Nullable String release,
            @Nullable Integer executionNo,
            @Nullable String heldFor,
            @Nullable Instant heldSince) {

        /** The component as its target knows it. */
        public ComponentRef ref() {
            return new ComponentRef(id, application, name, environment);
        }
    }

    /** All components of a project, by application, environment and name. */
    @Transactional
    public List<Row> components(String projectId) {
        return entities.unwrap(Session.class)
                .createNativeQuery(COMPONENTS, Row.class)
                .setParameter(1, projectId)
                .getResultList();
    }

    /** Deletes everything of a project, with what its executions left. */
    @Transactional
    public void clear(String projectId) {
        entities.flush();
        for (var statement : List.of(
                "update component set running_version_id = null where application_id in (select id from application where project_id = ?1)",
                "delete from component where application_id in (select id from application where project_id = ?1)",
                "delete from artifact where environment_id in (select id from environment where project_id = ?1)",
                "delete from application where project_id = ?1",
                "delete from environment where project_id = ?1")) {
            entities.createNativeQuery(statement).setParameter(1, projectId).executeUpdate();
        }
    }
}
