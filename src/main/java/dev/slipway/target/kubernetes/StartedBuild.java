package dev.slipway.target.kubernetes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A build in a cluster, and how it ended. */
@Entity
@Table(name = "kubernetes_build")
class StartedBuild extends PanacheEntityBase {

    /** Of the order. */
    @Id
    String id;

    @Column(name = "environment_id", updatable = false)
    UUID environmentId;

    /** Where the Job is. */
    @Column(updatable = false)
    String namespace;

    /** Whether the cluster has got the Job. */
    boolean started;

    /** What it pushed. */
    @Nullable
    String image;

    /** Why it will not get there. */
    @Nullable
    String problem;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected StartedBuild() {}

    static StartedBuild of(String id, UUID environment, String namespace, Instant at) {
        var build = new StartedBuild();
        build.id = id;
        build.environmentId = environment;
        build.namespace = namespace;
        build.createdAt = at;
        return build;
    }

    static Optional<StartedBuild> find(String id) {
        return StartedBuild.findByIdOptional(id);
    }

    /** The same for whoever changes it, one after another. */
    static Optional<StartedBuild> lock(String id) {
        return StartedBuild.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean hasEnded() {
        return image != null || problem != null;
    }
}
