package dev.slipway.catalog;

import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service of an application in one environment, and which of its versions runs there. */
@Entity
@Table(name = "component")
public class Component extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "application_id", updatable = false)
    UUID applicationId;

    @Column(name = "environment_id", updatable = false)
    UUID environmentId;

    String name;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "running_version_id")
    @Nullable
    UUID runningVersionId;

    @Column(name = "running_since")
    @Nullable
    Instant runningSince;

    @Column(name = "running_release_id")
    @Nullable
    UUID runningReleaseId;

    @Column(name = "running_release")
    @Nullable
    String runningRelease;

    @Column(name = "running_execution_no")
    @Nullable
    Integer runningExecutionNo;

    @Column(name = "held_by")
    @Nullable
    Long heldBy;

    @Column(name = "held_attempt")
    @Nullable
    Integer heldAttempt;

    @Column(name = "held_for")
    @Nullable
    String heldFor;

    @Column(name = "held_since")
    @Nullable
    Instant heldSince;

    protected Component() {}

    static Component of(Application application, Environment environment, String name, String createdBy, Instant at) {
        var component = new Component();
        component.id = UUID.randomUUID();
        component.applicationId = application.id();
        component.environmentId = environment.id();
        component.name = name;
        component.createdBy = createdBy;
        component.createdAt = at;
        return component;
    }

    static Component locked(UUID id) {
        return Component.<Component>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new UnknownRecord("component", id.toString()));
    }

    static Optional<Component> find(Application application, Environment environment, String name) {
        return Component.<Component>find(
                        "applicationId = ?1 and environmentId = ?2 and name = ?3",
                        application.id(),
                        environment.id(),
                        name)
                .firstResultOptional();
    }

    static List<Component> of(Application application) {
        return Component.list("applicationId = ?1 order by name", application.id());
    }

    /** Lets a step run be the only one that changes it; false while another has it. */
    boolean hold(Writer writer, Instant at) {
        if (heldBy != null) {
            return isHeldBy(writer);
        }
        heldBy = writer.stepRun();
        heldAttempt = writer.attempt();
        heldFor = writer.release();
        heldSince = at;
        return true;
    }

    /** Ends what {@link #hold} began; does nothing for whoever doesn't hold it. */
    void release(Writer writer) {
        if (isHeldBy(writer)) {
            heldBy = null;
            heldAttempt = null;
            heldFor = null;
            heldSince = null;
        }
    }

    /** Whether it came into being for this release. */
    public boolean wasCreatedBy(String release) {
        return createdBy.equals(release);
    }

    private boolean isHeldBy(Writer writer) {
        return Objects.equals(heldBy, writer.stepRun()) && Objects.equals(heldAttempt, writer.attempt());
    }

    void runs(ComponentVersion version, Provenance by, Instant at) {
        runningVersionId = version.id();
        runningSince = at;
        runningReleaseId = by.releaseId();
        runningRelease = by.release();
        runningExecutionNo = by.executionNo();
    }

    void runsNothing() {
        runningVersionId = null;
        runningSince = null;
        runningReleaseId = null;
        runningRelease = null;
        runningExecutionNo = null;
    }

    /** The attempt of a step run that wants to change a component, and the release people know it by. */
    public record Writer(long stepRun, int attempt, String release) {}

    /** Which execution of which release brought a version. */
    public record Provenance(UUID releaseId, String release, int executionNo) {}

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID environmentId() {
        return environmentId;
    }

    public String name() {
        return name;
    }

    public Optional<UUID> runningVersionId() {
        return Optional.ofNullable(runningVersionId);
    }

    public @Nullable Instant runningSince() {
        return runningSince;
    }

    public @Nullable String heldFor() {
        return heldFor;
    }

    public @Nullable Instant heldSince() {
        return heldSince;
    }

    public @Nullable UUID runningReleaseId() {
        return runningReleaseId;
    }

    public @Nullable String runningRelease() {
        return runningRelease;
    }

    public @Nullable Integer runningExecutionNo() {
        return runningExecutionNo;
    }
}
