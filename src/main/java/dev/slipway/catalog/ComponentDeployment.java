package dev.slipway.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version that ran of a component, from when to when, and the execution that brought it. */
@Entity
@Table(name = "component_deployment")
public class ComponentDeployment extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "component_id", updatable = false)
    UUID componentId;

    @Column(updatable = false)
    String version;

    @Column(name = "started_at", updatable = false)
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "release_id", updatable = false)
    UUID releaseId;

    @Column(updatable = false)
    String release;

    @Column(name = "execution_no", updatable = false)
    int executionNo;

    protected ComponentDeployment() {}

    /** Records that a version runs from now on, in place of what ran before. The component is locked. */
    static void begin(Component component, ComponentVersion version, Component.Provenance by, Instant at) {
        end(component, at);
        var deployment = new ComponentDeployment();
        deployment.id = UUID.randomUUID();
        deployment.componentId = component.id();
        deployment.version = version.version();
        deployment.startedAt = at;
        deployment.releaseId = by.releaseId();
        deployment.release = by.release();
        deployment.executionNo = by.executionNo();
        deployment.persist();
    }

    /** Records that what ran of a component runs no more. */
    static void end(Component component, Instant at) {
        update("endedAt = ?1 where componentId = ?2 and endedAt is null", at, component.id());
    }

    /**
     * What ran of a component, newest first.
     *
     * @param before the one before which they begin; null: from the newest. One of another component counts as none
     */
    static List<ComponentDeployment> newest(Component component, @Nullable UUID before, int limit) {
        var last = ComponentDeployment.<ComponentDeployment>find("id = ?1 and componentId = ?2", before, component.id())
                .firstResult();
        var found = last == null
                ? ComponentDeployment.<ComponentDeployment>find(
                        "componentId = ?1 order by startedAt desc, id desc", component.id())
                : ComponentDeployment.<ComponentDeployment>find(
                        "componentId = ?1 and (startedAt, id) < (?2, ?3) order by startedAt desc, id desc",
                        component.id(),
                        last.startedAt,
                        last.id);
        return found.range(0, limit - 1).list();
    }

    public UUID id() {
        return id;
    }

    public String version() {
        return version;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** When it was replaced or stopped; null while it runs. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** The release and the execution that brought it, in words. */
    public String title() {
        return new Component.Provenance(releaseId, release, executionNo).title();
    }

    /** Where that execution is. */
    public String execution() {
        return "/releases/%s/executions/%d".formatted(releaseId, executionNo);
    }
}
