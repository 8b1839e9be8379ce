package dev.slipway.template;

import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A package between its upload and the release task that is made of it; kept for an hour, for whoever sent it. */
@Entity
@Table(name = "template_package")
class StoredPackage extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(updatable = false)
    String owner;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    byte[] content;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected StoredPackage() {}

    /** Whose a package is, and what it is called: the name of its file, or its address. */
    record Label(String projectId, String owner, String name) {}

    static StoredPackage of(Label label, byte[] content, Instant createdAt, Instant expiresAt) {
        var stored = new StoredPackage();
        stored.id = UUID.randomUUID();
        stored.projectId = label.projectId();
        stored.owner = label.owner();
        stored.name = label.name();
        stored.content = content;
        stored.createdAt = createdAt;
        stored.expiresAt = expiresAt;
        return stored;
    }

    /** @throws UnknownRecord if there is none any more, or it is somebody else's */
    static StoredPackage of(UUID id, String owner, Instant now) {
        return StoredPackage.<StoredPackage>find("id = ?1 and owner = ?2 and expiresAt > ?3", id, owner, now)
                .firstResultOptional()
                .orElseThrow(() -> new UnknownRecord("template package", id));
    }

    UUID id() {
        return id;
    }

    String projectId() {
        return projectId;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }
}
