package dev.slipway.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * What a node was at when it was killed. Others would take it only after the heartbeats it misses, and so would the node
 * itself when it is back; but as nobody else has its name, it knows that nobody is at that work any more.
 */
@ApplicationScoped
class UnfinishedWork {

    // The new version of the row makes sure that a process of this name which still dies can't settle it any more.
    private static final String TAKE_BACK =
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked and picked_by = ?1
            """;

    private final EntityManager database;

    UnfinishedWork(EntityManager database) {
        this.database = database;
    }

    /** Makes the jobs of a node due again. Only for a node of this name that does not run. */
    @Transactional
    void takeBack(String node) {
        database.createNativeQuery(TAKE_BACK).setParameter(1, node).executeUpdate();
    }
}
