package dev.slipway.target.kubernetes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Deletes orders and builds that nothing needs any more, a few at a time. Any node may, at any time. */
@ApplicationScoped
class OrderRetention {

    private static final Logger LOG = Logger.getLogger(OrderRetention.class);

    private static final long EVERY_MILLIS = Duration.ofHours(1).toMillis();
    private static final int BATCH = 500;

    // Long after the time limit of whatever gave the order, so that none comes late that isn't known any more.
    private static final Duration CLOSED = Duration.ofDays(7);
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    // The newest that ran are kept whatever their age: people roll back to them.
    private static final int KEPT = 10;

    /**
     * What stays of a component: its last order, which says what should be there now, and of each version the last that
     * made it run, which is put back as it was; of versions only the newest, once they are old.
     */
    private static final String ORDERS =
            """
            delete from kubernetes_order where id in (
              select o.id from kubernetes_order o
              where o.created_at < ?1
                and exists (select 1 from kubernetes_order n where n.component_id = o.component_id and n.no > o.no)
                and (not o.pruned
                  or exists (select 1 from kubernetes_order n where n.component_id = o.component_id and n.no > o.no
                    and n.version = o.version and n.pruned)
                  or (o.created_at < ?2 and ?3 <= (select count(distinct n.version) from kubernetes_order n
                    where n.component_id = o.component_id and n.no > o.no and n.pruned)))
              order by o.created_at limit ?4 for update skip locked)
            """;

    /** What came of a build is with its task and its artifact; one that did not end was ended by its cluster. */
    private static final String BUILDS =
            """
            delete from kubernetes_build where id in (
              select id from kubernetes_build
              where created_at < ?1 and (image is not null or problem is not null or created_at < ?2)
              order by created_at limit ?3 for update skip locked)
            """;

    private final EntityManager database;
    private final KubernetesConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private long timer = -1;

    OrderRetention(EntityManager database, KubernetesConfig config, Vertx vertx, Clock clock) {
        this.database = database;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> vertx.executeBlocking(this::sweep)
                .onFailure(problem -> LOG.warnf(
                        "Old orders could not be deleted; the next try is in an hour: %s", problem.getMessage())));
    }

    /** Deletes what nothing needs any more, and says how many rows. */
    int sweep() {
        var now = clock.instant();
        return all(() -> database.createNativeQuery(ORDERS)
                        .setParameter(1, now.minus(CLOSED))
                        .setParameter(2, now.minus(config.keep()))
                        .setParameter(3, KEPT)
                        .setParameter(4, BATCH))
                + all(() -> database.createNativeQuery(BUILDS)
                        .setParameter(1, now.minus(CLOSED))
                        .setParameter(2, now.minus(FORGOTTEN))
                        .setParameter(3, BATCH));
    }

    private static int all(Supplier<Query> deleting) {
        var all = 0;
        for (var some = BATCH; some == BATCH; ) {
            // Each batch is a transaction of its own.
            some = QuarkusTransaction.requiringNew().call(() -> deleting.get().executeUpdate());
            all += some;
        }
        return all;
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }
}
