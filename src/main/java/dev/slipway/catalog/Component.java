package dev.slipway.catalog;

import dev.slipway.project.Details;
import dev.slipway.project.UnknownRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service of an application in one environment, and which of its versions runs there. */
@Entity
@Table(name = "component")
public class Component extends Part {

    @Column(name = "application_id", updatable = false)
    UUID applicationId;

    @Column(name = "environment_id", updatable = false)
    UUID environmentId;

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

    private Component(Application application, Environment environment, Details details, String createdBy, Instant at) {
        super(details, at);
        this.applicationId = application.id();
        this.environmentId = environment.id();
        this.createdBy = createdBy;
    }

    static Component of(
            Application application, Environment environment, Details details, String createdBy, Instant at) {
        return new Component(application, environment, details, createdBy, at);
    }

    /** @throws UnknownRecord if there is none */
    public static Component byId(UUID id) {
        return Component.<Component>findByIdOptional(id)
                .orElseThrow(() -> new UnknownRecord("component", id.toString()));
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

    /** The components that refer to something by this field, as what uses it. */
    static List<Use> uses(String field, UUID id) {
        return Component.<Component>find(field + " = ?1 order by name, id", id).range(0, Uses.LIMIT - 1).stream()
                .map(component -> new Use(Use.Sort.COMPONENT, component.name, component.path()))
                .toList();
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
    public record Provenance(UUID releaseId, String release, int executionNo) {

        /** How people speak of it: {@code release-shop, execution 3}. */
        String title() {
            return "%s, execution %d".formatted(release, executionNo);
        }
    }

    @Override
    PartKind partKind() {
        return PartKind.COMPONENT;
    }

    @Override
    String projectId() {
        return environment().projectId;
    }

    Environment environment() {
        return Environment.byId(environmentId);
    }

    Application application() {
        return Application.byId(applicationId);
    }

    @Override
    Usage.Address namedAs() {
        var environment = environment();
        return new Usage.Address(
                environment.projectId, environment.regionId(), application().name(), environment.name(), name);
    }

    @Override
    List<Use> contents() {
        var uses = new ArrayList<Use>();
        if (runningVersionId != null) {
            uses.add(new Use(
                    Use.Sort.RUNNING_VERSION,
                    ComponentVersion.byId(runningVersionId).version(),
                    "/releases/%s/executions/%d".formatted(runningReleaseId, runningExecutionNo)));
        }
        if (heldFor != null) {
            uses.add(new Use(Use.Sort.EXECUTION, heldFor, null));
        }
        return uses;
    }

    @Override
    long records() {
        return ComponentVersion.count("componentId", id);
    }

    public String createdBy() {
        return createdBy;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID environmentId() {
        return environmentId;
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
