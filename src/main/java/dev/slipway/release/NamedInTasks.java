package dev.slipway.release;

import dev.slipway.catalog.Usage;
import dev.slipway.catalog.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Finds the release tasks whose tasks name an application, a component or an environment in their input. */
@ApplicationScoped
class NamedInTasks implements Usage {

    private static final String NAMING =
            """
            select r.id, r.name from release_task r
            where r.project_id = :project and (cast(:region as text) is null or r.region_id = :region)
              and exists (select 1 from step s where s.release_task_id = r.id and (%s))
            order by r.name, r.id
            """;

    private static final String AN_APPLICATION = "s.input ->> 'application' = :application"
            + " or s.task_type = 'create_application' and s.input ->> 'name' = :application";
    private static final String AN_ENVIRONMENT = "s.input ->> 'environment' = :environment";
    private static final String A_COMPONENT = "s.input ->> 'application' = :application"
            + " and s.input ->> 'environment' = :environment and s.input ->> 'component' = :component";

    private final Session database;

    NamedInTasks(Session database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Use> releaseTasks(Address address, int limit) {
        var query = database.createNativeQuery(NAMING.formatted(condition(address)), Object[].class)
                .setParameter("project", address.projectId())
                .setParameter("region", address.regionId())
                .setMaxResults(limit);
        set(query, "application", address.application());
        set(query, "environment", address.environment());
        set(query, "component", address.component());
        return query.getResultList().stream().map(NamedInTasks::use).toList();
    }

    private static String condition(Address address) {
        if (address.component() != null) {
            return A_COMPONENT;
        }
        return address.environment() != null ? AN_ENVIRONMENT : AN_APPLICATION;
    }

    private static void set(NativeQuery<Object[]> query, String name, @Nullable String value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private static Use use(Object[] row) {
        var id = (UUID) row[0];
        return new Use(Use.Sort.RELEASE_TASK, (String) row[1], "/releases/" + id);
    }
}
