package dev.slipway.catalog;

import dev.slipway.project.Details;
import dev.slipway.project.UnknownRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where components run: a place of one kind in one region. */
@Entity
@Table(name = "environment")
public class Environment extends Part {

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(name = "region_id", updatable = false)
    String regionId;

    @Column(updatable = false)
    String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> settings;

    /** Sealed; null where there are none. See {@link StoredConnections}. */
    @Nullable
    String credentials;

    /** Counts how often somebody has connected it; 0: nobody yet. */
    @Column(name = "connection_edition")
    int connectionEdition;

    protected Environment() {}

    private Environment(Home home, Details details, String kind, Instant at) {
        super(details, at);
        this.projectId = home.projectId();
        this.regionId = home.regionId();
        this.kind = kind;
        this.settings = Map.of();
    }

    /** Where an environment belongs. */
    record Home(String projectId, String regionId) {}

    /** A new environment; {@code kind} names its target. */
    static Environment of(Home home, Details details, String kind, Instant at) {
        return new Environment(home, details, kind, at);
    }

    /** A new environment without a description. */
    public static Environment of(String projectId, String regionId, String name, String kind, Instant at) {
        return of(new Home(projectId, regionId), new Details(name, ""), kind, at);
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

    /** Those with credentials that do not begin with this mark of the newest key. */
    static List<UUID> idsNotSealedWith(String mark) {
        return getEntityManager()
                .createQuery("select id from Environment where credentials not like ?1", UUID.class)
                .setParameter(1, mark + "%")
                .getResultList();
    }

    /** Takes how it is reached from now on; the credentials are sealed. */
    void connect(Map<String, Object> newSettings, String newCredentials) {
        settings = newSettings;
        credentials = newCredentials;
        connectionEdition++;
    }

    @Override
    PartKind partKind() {
        return PartKind.ENVIRONMENT;
    }

    @Override
    public String projectId() {
        return projectId;
    }

    @Override
    Usage.Address namedAs() {
        return new Usage.Address(projectId, regionId, null, name, null);
    }

    @Override
    String path() {
        return "/environments#env-" + name;
    }

    String connectionPath() {
        return "/environments/%s/connection".formatted(id);
    }

    @Override
    List<Use> contents() {
        return Component.uses("environmentId", id);
    }

    @Override
    long records() {
        return Artifact.count("environmentId", id);
    }

    @Override
    void clear() {
        Artifact.delete("environmentId", id);
    }

    public String regionId() {
        return regionId;
    }

    /** What it is made of, as its target calls it: {@code process}. */
    public String kind() {
        return kind;
    }
}
