package dev.slipway.target.kubernetes;

import dev.slipway.retention.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Deletes orders and builds that nothing needs any more. */
@ApplicationScoped
class OrderRetention implements Sweep {

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
    private final Clock clock;

    OrderRetention(EntityManager database, KubernetesConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "kubernetes-retention";
    }

    @Override
    public int sweep() {
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
        return Sweep.inBatches(BATCH, () -> deleting.get().executeUpdate());
    }
}
