package dev.slipway.catalog;

import static java.util.Objects.requireNonNull;

import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything a project has, in one look each: what pages of applications and environments show. */
@ApplicationScoped
public class Inventory {

    private static final String COMPONENTS =
            """
            select c.id, c.name, a.id, a.name, e.id, e.name, e.regionId, e.kind, v.version, v.artifact, v.spec,
                   c.runningSince, c.runningReleaseId, c.runningRelease, c.runningExecutionNo, c.heldFor, c.heldSince
            from Component c
            join Application a on a.id = c.applicationId
            join Environment e on e.id = c.environmentId
            left join ComponentVersion v on v.id = c.runningVersionId
            where %s = ?1
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
            String region,
            String kind,
            @Nullable String version,
            @Nullable String artifact,
            @Nullable Map<String, Object> spec,
            @Nullable Instant since,
            @Nullable UUID releaseId,
            @Nullable String release,
            @Nullable Integer executionNo,
            @Nullable String heldFor,
            @Nullable Instant heldSince) {

        /** The component as its target knows it. */
        public ComponentRef ref() {
            return new ComponentRef(id, application, name, environment, environmentId);
        }

        /** Whether a release made anything of it run. */
        boolean runs() {
            return version != null;
        }

        /** What runs of it, in the words in which its target is asked about it. */
        Order running() {
            return new Order(
                    "health-" + id,
                    ref(),
                    requireNonNull(version),
                    requireNonNull(release),
                    requireNonNull(artifact),
                    requireNonNull(spec),
                    Duration.ZERO);
        }
    }

    /** All components of a project, by application, environment and name. */
    @Transactional
    public List<Row> components(String projectId) {
        return components("a.projectId", projectId);
    }

    /** The components of an application, by environment and name. */
    @Transactional
    public List<Row> componentsOf(UUID application) {
        return components("a.id", application);
    }

    /** One component. */
    @Transactional
    public Row component(UUID id) {
        return components("c.id", id).get(0);
    }

    private List<Row> components(String field, Object value) {
        return entities.createQuery(COMPONENTS.formatted(field), Row.class)
                .setParameter(1, value)
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
