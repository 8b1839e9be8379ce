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

/** Where components run: a place of one kind in one region. */
@Entity
@Table(name = "environment")
public class Environment extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(name = "region_id", updatable = false)
    String regionId;

    String name;
    String description;

    @Column(updatable = false)
    String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> settings;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected Environment() {}

    /** A new environment; {@code kind} names its target. */
    public static Environment of(String projectId, String regionId, String name, String kind, Instant at) {
        var environment = new Environment();
        environment.id = UUID.randomUUID();
        environment.projectId = projectId;
        environment.regionId = regionId;
        environment.name = name;
        environment.description = "";
        environment.kind = kind;
        environment.settings = Map.of();
        environment.createdAt = at;
        return environment;
    }

    /** @throws UnknownRecord if there is none */
    public static Environment byId(UUID id) {
        return Environment.<Environment>findByIdOptional(id)
                .orElseThrow(() -> new UnknownRecord("environment", id.toString()));
    }

    public static Optional<Environment> find(String projectId, String regionId, String name) {
        return Environment.<Environment>find(
                        "projectId = ?1 and regionId = ?2 and name = ?3", projectId, regionId, name)
                .firstResultOptional();
    }

    public static List<Environment> of(String projectId, String regionId) {
        return Environment.list("projectId = ?1 and regionId = ?2 order by name", projectId, regionId);
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

    public String kind() {
        return kind;
    }
}
