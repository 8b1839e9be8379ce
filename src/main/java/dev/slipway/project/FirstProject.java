package dev.slipway.project;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Sees to it that the regions and the default project exist before anything asks for them. */
@Singleton
public class FirstProject {

    /** Observers of the start that need the default project come later than this. */
    public static final int PRIORITY = 100;

    private final EntityManager database;
    private final Regions regions;
    private final Clock clock;

    FirstProject(EntityManager database, Regions regions, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.clock = clock;
    }

    /** Called at start. */
    @Transactional
    public void create(@Observes @Priority(PRIORITY) StartupEvent start) {
        restore();
    }

    /** Creates what is missing; several nodes may do this at once. */
    @Transactional
    public void restore() {
        regions.store();
        database.createNativeQuery(
                        "insert into project (id, name, created_at) values (?1, 'default', ?2) on conflict do nothing")
                .setParameter(1, Project.DEFAULT_ID)
                .setParameter(2, clock.instant())
                .executeUpdate();
    }
}
