package dev.slipway.upload;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An archive that somebody has uploaded; what is in it is kept in parts beside it. */
@Entity
@Table(name = "upload")
public class Upload extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(updatable = false)
    String reference;

    String name;

    @Column(updatable = false)
    long bytes;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    @Column(name = "used_at")
    Instant usedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Upload() {}

    static Optional<Upload> named(String project, String reference) {
        return Upload.<Upload>find("projectId = ?1 and reference = ?2", project, reference)
                .firstResultOptional();
    }

    /** Those of a project, the newest first. */
    static List<Upload> of(String project, int most) {
        return Upload.<Upload>find("projectId = ?1 order by uploadedAt desc, id", project)
                .page(0, most)
                .list();
    }

    /** Which of these a project has. */
    static List<String> references(String project, Collection<String> wanted) {
        return getEntityManager()
                .createQuery("select reference from Upload where projectId = ?1 and reference in ?2", String.class)
                .setParameter(1, project)
                .setParameter(2, wanted)
                .getResultList();
    }

    /** How large all of a project are together. */
    static long bytesOf(String project) {
        return getEntityManager()
                .createQuery("select coalesce(sum(bytes), 0) from Upload where projectId = ?1", Long.class)
                .setParameter(1, project)
                .getSingleResult();
    }

    UUID id() {
        return id;
    }

    /** By which a task names it: {@code sha256:} and 64 hexadecimal digits, the digest of the file as it was sent. */
    public String reference() {
        return reference;
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** How large it is, in bytes, as builds get it. */
    public long bytes() {
        return bytes;
    }

    /** When it was uploaded the last time. */
    public Instant uploadedAt() {
        return uploadedAt;
    }
}
