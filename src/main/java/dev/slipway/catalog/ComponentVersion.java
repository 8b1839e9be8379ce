package dev.slipway.catalog;

import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a component: an artifact and how to run it. It never changes, so that it can be put back. */
@Entity
@Table(name = "component_version")
public class ComponentVersion extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "component_id", updatable = false)
    UUID componentId;

    @Column(updatable = false)
    String version;

    @Column(updatable = false)
    String artifact;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Map<String, Object> spec;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "release_id", updatable = false)
    @Nullable
    UUID releaseId;

    @Column(name = "execution_no", updatable = false)
    @Nullable
    Integer executionNo;

    protected ComponentVersion() {}

    /** What a version runs: where its artifact is, and how to run it in the words of the target. */
    public record Content(String artifact, Map<String, Object> spec) {}

    static ComponentVersion of(
            Component component, String version, Content content, Component.Provenance by, Instant at) {
        var created = new ComponentVersion();
        created.id = UUID.randomUUID();
        created.componentId = component.id();
        created.version = version;
        created.artifact = content.artifact();
        created.spec = content.spec();
        created.createdBy = by.title();
        created.releaseId = by.releaseId();
        created.executionNo = by.executionNo();
        created.createdAt = at;
        return created;
    }

    /** @throws UnknownRecord if there is none */
    public static ComponentVersion byId(UUID id) {
        return ComponentVersion.<ComponentVersion>findByIdOptional(id)
                .orElseThrow(() -> new UnknownRecord("component version", id.toString()));
    }

    static Optional<ComponentVersion> find(Component component, String version) {
        return ComponentVersion.<ComponentVersion>find("componentId = ?1 and version = ?2", component.id(), version)
                .firstResultOptional();
    }

    /**
     * Versions of a component, newest first.
     *
     * @param after the one after which they begin; null: from the newest. One of another component counts as none
     */
    static List<ComponentVersion> newest(Component component, @Nullable UUID after, int limit) {
        var last = ComponentVersion.<ComponentVersion>find("id = ?1 and componentId = ?2", after, component.id())
                .firstResult();
        var found = last == null
                ? ComponentVersion.<ComponentVersion>find(
                        "componentId = ?1 order by createdAt desc, id desc", component.id())
                : ComponentVersion.<ComponentVersion>find(
                        "componentId = ?1 and (createdAt, id) < (?2, ?3) order by createdAt desc, id desc",
                        component.id(),
                        last.createdAt,
                        last.id);
        return found.range(0, limit - 1).list();
    }

    boolean has(Content content) {
        return artifact.equals(content.artifact()) && spec.equals(content.spec());
    }

    public UUID id() {
        return id;
    }

    public String version() {
        return version;
    }

    public String artifact() {
        return artifact;
    }

    public Map<String, Object> spec() {
        return spec;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The release and the execution that made it, in words. */
    public String createdBy() {
        return createdBy;
    }

    /** Where that execution is; null for versions from before Slipway wrote it down. */
    public @Nullable String execution() {
        return releaseId == null ? null : "/releases/%s/executions/%d".formatted(releaseId, executionNo);
    }
}
