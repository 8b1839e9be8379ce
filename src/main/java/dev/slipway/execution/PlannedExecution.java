package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an execution is and does, frozen when it started. */
@MappedSuperclass
public abstract class PlannedExecution extends PanacheEntityBase {

    @Id
    @Nullable
    Long id;

    @Column(name = "release_task_id", updatable = false)
    UUID releaseTaskId;

    @Column(name = "project_id", updatable = false)
    String projectId;

    @Column(name = "region_id", updatable = false)
    String regionId;

    @Column(name = "release_name", updatable = false)
    String releaseName;

    @Column(updatable = false)
    int no;

    @Enumerated(EnumType.STRING)
    @Column(name = "fail_mode", updatable = false)
    FailMode failMode;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Snapshot.Way way;

    /** What a rollback undoes; null for any other execution. */
    @Column(name = "rolls_back_no", updatable = false)
    @Nullable
    Integer rollsBackNo;

    @Column(name = "release_revision", updatable = false)
    int releaseRevision;

    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_kind", updatable = false)
    TriggerKind triggerKind;

    @Column(name = "started_by", updatable = false)
    String startedBy;

    @Column(name = "started_at", updatable = false)
    Instant startedAt;

    @Column(name = "trace_parent", updatable = false)
    @Nullable
    String traceParent;

    protected PlannedExecution() {}

    public long id() {
        return requireNonNull(id);
    }

    public UUID releaseTaskId() {
        return releaseTaskId;
    }

    public String projectId() {
        return projectId;
    }

    public String regionId() {
        return regionId;
    }

    public String releaseName() {
        return releaseName;
    }

    public int no() {
        return no;
    }

    public FailMode failMode() {
        return failMode;
    }

    /** Who started it, or set the schedule that did. */
    public String startedBy() {
        return startedBy;
    }

    public boolean startedBySchedule() {
        return triggerKind == TriggerKind.SCHEDULE;
    }

    public Instant startedAt() {
        return startedAt;
    }

    Snapshot.Way way() {
        return way;
    }

    /** Whether it puts back what another execution did. */
    public boolean isRollback() {
        return way == Snapshot.Way.ROLLBACK;
    }

    /** The number of the execution that it rolls back; empty if it is no rollback. */
    public Optional<Integer> rollsBack() {
        return Optional.ofNullable(rollsBackNo);
    }

    /** Which revision of the release task it runs. */
    public int releaseRevision() {
        return releaseRevision;
    }

    /** Where its trace began, as W3C Trace Context writes it; null if it is not traced. */
    public @Nullable String traceParent() {
        return traceParent;
    }
}
