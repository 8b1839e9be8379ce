package dev.slipway.target.kubernetes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** An order with the objects exactly as they are applied, and how far that is. */
@Entity
@Table(name = "kubernetes_order")
class AppliedOrder extends PanacheEntityBase {

    @Id
    String id;

    @Column(name = "component_id", updatable = false)
    UUID componentId;

    /** Later orders of a component have higher ones; the database gives it. */
    @Generated
    @Column(insertable = false, updatable = false)
    long no;

    @Column(updatable = false)
    String version;

    /** Sealed. */
    String objects;

    @Column(updatable = false)
    boolean restores;

    int applied;

    boolean pruned;

    @Nullable
    String problem;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected AppliedOrder() {}

    static AppliedOrder of(String id, UUID component, String version, Instant at) {
        var order = new AppliedOrder();
        order.id = id;
        order.componentId = component;
        order.version = version;
        order.createdAt = at;
        return order;
    }

    /** The same with its objects, sealed. */
    AppliedOrder with(String sealed, boolean ofAVersionBefore) {
        objects = sealed;
        restores = ofAVersionBefore;
        return this;
    }

    static Optional<AppliedOrder> find(String id) {
        return AppliedOrder.findByIdOptional(id);
    }

    /** The last order of a component. */
    static Optional<AppliedOrder> last(UUID component) {
        return AppliedOrder.<AppliedOrder>find("componentId = ?1 order by no desc", component)
                .range(0, 0)
                .firstResultOptional();
    }

    /** The last order that made a version of a component run. */
    static Optional<AppliedOrder> lastOf(UUID component, String version) {
        return AppliedOrder.<AppliedOrder>find(
                        "componentId = ?1 and version = ?2 and pruned order by no desc", component, version)
                .range(0, 0)
                .firstResultOptional();
    }

    /** Those whose objects do not begin with this mark of the newest key. */
    static List<String> idsNotSealedWith(String mark, int limit) {
        return getEntityManager()
                .createQuery("select id from AppliedOrder where objects not like ?1 order by no", String.class)
                .setParameter(1, mark + "%")
                .setMaxResults(limit)
                .getResultList();
    }
}
