package dev.slipway.catalog;

import dev.slipway.project.Details;
import dev.slipway.project.UnknownRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is released: a set of components under one name. */
@Entity
@Table(name = "application")
public class Application extends Part {

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    protected Application() {}

    private Application(String projectId, Details details, String createdBy, Instant at) {
        super(details, at);
        this.projectId = projectId;
        this.createdBy = createdBy;
    }

    /** A new application. */
    public static Application of(String projectId, Details details, String createdBy, Instant at) {
        return new Application(projectId, details, createdBy, at);
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

    @Override
    PartKind partKind() {
        return PartKind.APPLICATION;
    }

    @Override
    String projectId() {
        return projectId;
    }

    @Override
    Usage.Address namedAs() {
        return new Usage.Address(projectId, null, name, null, null);
    }

    @Override
    List<Use> contents() {
        return Component.uses("applicationId", id);
    }

    @Override
    long records() {
        return 0;
    }

    public String createdBy() {
        return createdBy;
    }
}
