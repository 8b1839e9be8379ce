package dev.slipway.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A user for a program, in the care of the administrators of one project. */
@Entity
@Table(name = "service_account")
class ServiceAccount extends PanacheEntityBase {

    @Id
    @Column(name = "user_id")
    long userId;

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(updatable = false)
    String description;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ServiceAccount() {}

    ServiceAccount(long userId, String projectId, String description, Instant createdAt, String createdBy) {
        this.userId = userId;
        this.projectId = projectId;
        this.description = description;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }
}
