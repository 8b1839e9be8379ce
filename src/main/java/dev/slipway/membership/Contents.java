package dev.slipway.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Counts what is in a project, in all regions. */
@ApplicationScoped
class Contents {

    private static final String COUNTS =
            """
            select (select count(*) from release_task where project_id = ?1),
                   (select count(*) from application where project_id = ?1),
                   (select count(*) from environment where project_id = ?1),
                   (select count(*) from service_account where project_id = ?1)
            """;

    private final EntityManager database;

    Contents(EntityManager database) {
        this.database = database;
    }

    /** How many of each there are. */
    record Counts(long releaseTasks, long applications, long environments, long serviceAccounts) {

        boolean isEmpty() {
            return releaseTasks + applications + environments + serviceAccounts == 0;
        }
    }

    @Transactional
    Counts of(String projectId) {
        var row = (Object[]) database.createNativeQuery(COUNTS, Object[].class)
                .setParameter(1, projectId)
                .getSingleResult();
        return new Counts((long) row[0], (long) row[1], (long) row[2], (long) row[3]);
    }
}
