package dev.slipway.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that someone did; written once and never changed. */
@Entity
@Immutable
@Table(name = "audit_event")
public class AuditEvent extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    Instant at;

    @Column(name = "project_id")
    @Nullable
    String projectId;

    String actor;

    String kind;

    @Column(name = "object_type")
    String objectType;

    @Column(name = "object_id")
    String objectId;

    @Column(name = "object_name")
    String objectName;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Nullable
    String address;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> detail;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected AuditEvent() {}

    AuditEvent(Instant at, String actor, String kind, AuditSubject subject, Map<String, Object> detail) {
        this.at = at;
        this.actor = actor;
        this.kind = kind;
        this.objectType = subject.type();
        this.objectId = subject.id();
        this.objectName = subject.name();
        this.detail = detail;
        this.channel = Channel.ENGINE;
    }

    AuditEvent in(@Nullable String owner) {
        projectId = owner;
        return this;
    }

    AuditEvent from(Origin origin) {
        channel = origin.channel();
        address = origin.address();
        return this;
    }

    public long id() {
        return Objects.requireNonNull(id, "stored");
    }

    public Instant at() {
        return at;
    }

    public @Nullable String projectId() {
        return projectId;
    }

    public String actor() {
        return actor;
    }

    public String kind() {
        return kind;
    }

    public Origin origin() {
        return new Origin(channel, address);
    }

    public AuditSubject subject() {
        return new AuditSubject(objectType, objectId, objectName);
    }

    public Map<String, Object> detail() {
        return detail;
    }
}
