package dev.slipway.release;

import dev.slipway.execution.Execution;
import dev.slipway.execution.FailMode;
import dev.slipway.project.Actor;
import dev.slipway.project.Locked;
import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A region release task: what a team describes once and then executes again and again. */
@Entity
@Table(name = "release_task")
public class ReleaseTask extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "project_id")
    String projectId;

    @Column(name = "region_id", updatable = false)
    String regionId;

    String name;
    String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "fail_mode")
    FailMode failMode;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;

    /** Counts what people saved; an execution doesn't change it. */
    int revision;

    int executions;

    @Column(name = "latest_execution_id")
    @Nullable
    Long latestExecutionId;

    @Column(name = "last_executed_at")
    @Nullable
    Instant lastExecutedAt;

    @Version
    int version;

    @OneToMany(mappedBy = "release", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("orderIndex")
    List<Phase> phases = new ArrayList<>();

    protected ReleaseTask() {}

    /** Where a release task belongs. */
    public record Home(String projectId, String regionId) {}

    /** Who wrote something down, and when. */
    public record Saved(String by, Instant at) {}

    /** A new release task without phases, which stops at the first failure. */
    public static ReleaseTask of(Home home, String name, String description, String createdBy, Instant at) {
        var release = new ReleaseTask();
        release.id = UUID.randomUUID();
        release.projectId = home.projectId();
        release.regionId = home.regionId();
        release.name = name;
        release.description = description;
        release.failMode = FailMode.STOP;
        release.createdBy = createdBy;
        release.createdAt = at;
        release.updatedBy = createdBy;
        release.updatedAt = at;
        release.revision = 1;
        return release;
    }

    /** The release task of this name in a place. */
    public static Optional<ReleaseTask> find(Home home, String name) {
        return ReleaseTask.<ReleaseTask>find(
                        "projectId = ?1 and regionId = ?2 and name = ?3", home.projectId(), home.regionId(), name)
                .firstResultOptional();
    }

    /** @throws UnknownRecord if there is none */
    public static ReleaseTask byId(UUID id) {
        return ReleaseTask.<ReleaseTask>findByIdOptional(id).orElseThrow(() -> new UnknownRecord("release task", id));
    }

    /** @throws UnknownRecord if its project is none of the actor's business */
    public ReleaseTask seenBy(Actor actor) {
        if (!actor.isMemberOf(projectId)) {
            throw new UnknownRecord("release task", id);
        }
        return this;
    }

    /** Locks the row, so that two who execute it at once come one after the other. */
    public static ReleaseTask locked(UUID id) {
        return Locked.fresh(byId(id));
    }

    /** Replaces all that it says; phases and tasks need their keys. */
    void define(Definition definition, String by, Instant at) {
        name = definition.name();
        description = definition.description();
        failMode = definition.failMode();
        if (!phases.isEmpty()) {
            phases.clear();
            // The old keys must be gone before the new ones come: both are held unique.
            getEntityManager().flush();
            revision++;
        }
        definition.phases().forEach(phase -> addPhase(phase.name(), phase.displayName())
                .define(phase));
        updatedBy = by;
        updatedAt = at;
    }

    /** Belongs to another project from now on; its executions stay records of the one in which they ran. */
    void moveTo(String project) {
        projectId = project;
        latestExecutionId = null;
        lastExecutedAt = null;
        revision++;
    }

    /** What it says. */
    public Definition definition() {
        return new Definition(
                name,
                description,
                failMode,
                phases.stream().map(Phase::definition).toList());
    }

    /** Adds a phase at the end. */
    public Phase addPhase(String key, String displayName) {
        var phase = new Phase(this, key, displayName, phases.size());
        phases.add(phase);
        return phase;
    }

    public UUID id() {
        return id;
    }

    public Home home() {
        return new Home(projectId, regionId);
    }

    public String projectId() {
        return projectId;
    }

    public String regionId() {
        return regionId;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public FailMode failMode() {
        return failMode;
    }

    public Saved created() {
        return new Saved(createdBy, createdAt);
    }

    public Saved updated() {
        return new Saved(updatedBy, updatedAt);
    }

    /** Which of the versions that people saved this is, from 1. */
    public int revision() {
        return revision;
    }

    /** How often it has been executed; the number of its latest execution. */
    public int executions() {
        return executions;
    }

    public Optional<Execution> latestExecution() {
        return Optional.ofNullable(latestExecutionId).map(Execution::byId);
    }

    public List<Phase> phases() {
        return phases;
    }

    /** @throws UnknownTasks if any of these names is no task of it */
    public void requireTasks(Set<String> names) {
        definition().requireTasks(names);
    }

    /** All its tasks, phase by phase and group by group. */
    public List<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }
}
