package dev.slipway.engine;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * What a node was at when it was killed. Others would take it only after the heartbeats it misses, and so would the node
 * itself when it is back; but as nobody else has its name, it knows that nobody is at that work any more.
 */
@ApplicationScoped
class UnfinishedWork {

    // The new version of the row makes sure that a process of this name which still dies can't settle it any more.
    private static final String TAKE_BACK =
            """
            update %s set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked and picked_by = ?1
            """;

    private static final Logger LOG = Logger.getLogger(UnfinishedWork.class);

    private final EntityManager database;

    UnfinishedWork(EntityManager database) {
        this.database = database;
    }

    /** The tables of jobs, one for each scheduler. */
    enum Jobs {
        SCHEDULED_TASKS,
        WEBHOOK_JOB
    }

    /** The same for a node that stops: what it could not end goes on elsewhere before anybody misses its heartbeats. */
    void giveBack(Jobs jobs, String node) {
        try {
            QuarkusTransaction.requiringNew().run(() -> takeBack(jobs, node));
        } catch (RuntimeException away) {
            LOG.warnf("What this node was at is taken over when its heartbeats are missed: %s", away.getMessage());
        }
    }

    /** Makes the jobs of a node due again. Only for a node of this name whose scheduler does not run. */
    @Transactional
    void takeBack(Jobs jobs, String node) {
        database.createNativeQuery(TAKE_BACK.formatted(jobs.name().toLowerCase(Locale.ROOT)))
                .setParameter(1, node)
                .executeUpdate();
    }
}
