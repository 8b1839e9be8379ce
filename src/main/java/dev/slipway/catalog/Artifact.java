package dev.slipway.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one build made, in one version, ready to be deployed in its environment. */
@Entity
@Table(name = "artifact")
public class Artifact extends PanacheEntityBase {

    private static final int MOST_NAMES = 500;

    @Id
    UUID id;

    @Column(name = "environment_id", updatable = false)
    UUID environmentId;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String version;

    @Column(updatable = false)
    String location;

    @Column(name = "built_at", updatable = false)
    Instant builtAt;

    @Column(name = "built_by", updatable = false)
    long builtBy;

    protected Artifact() {}

    static Artifact of(Artifacts.Built built, Instant at) {
        var artifact = new Artifact();
        artifact.id = UUID.randomUUID();
        artifact.environmentId = built.environment();
        artifact.name = built.name();
        artifact.version = built.version();
        artifact.location = built.location();
        artifact.builtBy = built.stepRun();
        artifact.builtAt = at;
        return artifact;
    }

    static Optional<Artifact> find(UUID environmentId, String name, String version) {
        var newestOfVersion = "environmentId = ?1 and name = ?2 and version = ?3 order by builtAt desc";
        return Artifact.<Artifact>find(newestOfVersion, environmentId, name, version)
                .firstResultOptional();
    }

    static boolean isAt(UUID environmentId, String location) {
        return Artifact.count("environmentId = ?1 and location = ?2", environmentId, location) > 0;
    }

    static Optional<Artifact> findNewest(UUID environmentId, String name) {
        return Artifact.<Artifact>find("environmentId = ?1 and name = ?2 order by builtAt desc", environmentId, name)
                .firstResultOptional();
    }

    static List<String> names(String projectId, String regionId) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.name from Artifact a, Environment e where a.environmentId = e.id"
                                + " and e.projectId = ?1 and e.regionId = ?2 order by a.name",
                        String.class)
                .setParameter(1, projectId)
                .setParameter(2, regionId)
                .setMaxResults(MOST_NAMES)
                .getResultList();
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public String location() {
        return location;
    }
}
