package dev.slipway.catalog;

import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is released: a set of components under one name. */
@Entity
@Table(name = "application")
public class Application extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "project_id", updatable = false)
    String projectId;

    String name;
    String description;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    protected Application() {}

    /** A new application. */
    public static Application of(String projectId, String name, String description, String createdBy, Instant at) {
        var application = new Application();
        application.id = UUID.randomUUID();
        application.projectId = projectId;
        application.name = name;
        application.description = description;
        application.createdBy = createdBy;
        application.createdAt = at;
        return application;
    }

    /** @throws UnknownRecord if there is none */
    public static Application byId(UUID id) {
        return Application.<Application>findByIdOptional(id)
                .orElseThrow(() -> new UnknownRecord("application", id.toString()));
    }

    public static Optional<Application> find(String projectId, String name) {
        return Application.<Application>find("projectId = ?1 and name = ?2", projectId, name)
                .firstResultOptional();
    }

    public static List<Application> of(String projectId) {
        return Application.list("projectId = ?1 order by name", projectId);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }
}
