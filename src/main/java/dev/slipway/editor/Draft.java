package dev.slipway.editor;

import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Definition;
import dev.slipway.release.ReleaseTask;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody has changed in the editor and not saved yet. It is nobody else's business. */
@Entity
@Table(name = "draft")
class Draft extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(updatable = false)
    String owner;

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(name = "region_id", updatable = false)
    String regionId;

    @Column(name = "release_task_id", updatable = false)
    @Nullable
    UUID releaseTaskId;

    @Column(name = "base_revision")
    int baseRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Definition base;

    @JdbcTypeCode(SqlTypes.JSON)
    Definition definition;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate and by the factories
    protected Draft() {}

    /** A draft of a release task that is not there yet. */
    static Draft ofNew(String owner, ReleaseTask.Home home, Definition definition, Instant at) {
        var draft = new Draft();
        draft.id = UUID.randomUUID();
        draft.owner = owner;
        draft.projectId = home.projectId();
        draft.regionId = home.regionId();
        draft.definition = definition;
        draft.updatedAt = at;
        return draft;
    }

    /** A draft of a release task as it is now. */
    static Draft of(String owner, ReleaseTask release, Instant at) {
        var home = release.home();
        var draft = ofNew(owner, home, release.definition(), at);
        draft.releaseTaskId = release.id();
        draft.basedOn(release.definition(), release.revision());
        return draft;
    }

    static Optional<Draft> find(String owner, UUID release) {
        return Draft.<Draft>find("owner = ?1 and releaseTaskId = ?2", owner, release)
                .firstResultOptional();
    }

    /**
     * The actor's own draft.
     *
     * @throws UnknownRecord if there is none, or it is somebody else's
     * @throws dev.slipway.project.Forbidden if the actor may not edit in its project any more
     */
    static Draft of(Actor actor, UUID id) {
        var draft = Draft.<Draft>findByIdOptional(id)
                .filter(found -> found.owner.equals(actor.username()) && actor.isMemberOf(found.projectId))
                .orElseThrow(() -> new UnknownRecord("draft", id));
        actor.require(draft.projectId, Permission.EDIT);
        return draft;
    }

    /** Tells whether there is anything in it that would be lost without it. */
    boolean isTouched() {
        return !definition.equals(base);
    }

    /** Says which state of the release task the draft takes into account. */
    void basedOn(Definition state, int revision) {
        base = state;
        baseRevision = revision;
    }

    void change(Definition changed, Instant at) {
        definition = changed;
        updatedAt = at;
    }

    /** Its address. */
    static String href(UUID id) {
        return "/releases/drafts/" + id;
    }

    ReleaseTask.Home home() {
        return new ReleaseTask.Home(projectId, regionId);
    }
}
