package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import dev.slipway.audit.AuditSubject;
import dev.slipway.project.Locked;
import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a release task. */
@Entity
@Table(name = "execution")
public class Execution extends PanacheEntityBase {

    @Id
    @GeneratedValue
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

    Status status;

    @Enumerated(EnumType.STRING)
    @Column(name = "fail_mode", updatable = false)
    FailMode failMode;

    boolean halted;

    @Column(name = "current_phase")
    int currentPhase;

    @Column(name = "started_by", updatable = false)
    String startedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_kind", updatable = false)
    TriggerKind triggerKind;

    @Column(name = "started_at", updatable = false)
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String message;

    @Column(name = "change_no")
    long changeNo;

    protected Execution() {}

    static Execution of(Plan plan, String startedBy, Instant at) {
        var execution = new Execution();
        execution.releaseTaskId = plan.release().id();
        execution.projectId = plan.release().projectId();
        execution.regionId = plan.release().regionId();
        execution.releaseName = plan.release().name();
        execution.no = plan.no();
        execution.status = Status.RUNNING;
        execution.failMode = plan.failMode();
        execution.startedBy = startedBy;
        execution.triggerKind = plan.trigger();
        execution.startedAt = at;
        return execution;
    }

    /** @throws UnknownRecord if there is none */
    public static Execution byId(long id) {
        return Execution.<Execution>findByIdOptional(id)
                .orElseThrow(() -> new UnknownRecord("execution", String.valueOf(id)));
    }

    /** @throws UnknownRecord if the release task has no execution of this number */
    public static Execution byNo(UUID releaseTaskId, int no) {
        return Execution.<Execution>find("releaseTaskId = ?1 and no = ?2", releaseTaskId, no)
                .firstResultOptional()
                .orElseThrow(() -> new UnknownRecord("execution", releaseTaskId + "/" + no));
    }

    /** The execution of a release task that keeps others from starting. */
    public static Optional<Execution> findActive(UUID releaseTaskId) {
        return Execution.<Execution>find("releaseTaskId = ?1 and status in ?2", releaseTaskId, Status.ACTIVE)
                .firstResultOptional();
    }

    /** @throws AlreadyActive if an execution of the release task is active */
    public static void requireNoneActive(UUID releaseTaskId) {
        findActive(releaseTaskId).ifPresent(active -> {
            throw new AlreadyActive(active);
        });
    }

    /** An execution of the project that has tasks at work. */
    public static Optional<Execution> findRunning(String projectId) {
        return Execution.<Execution>find(
                        "projectId = ?1 and status in ?2",
                        projectId,
                        List.of(Status.RUNNING, Status.ROLLING_BACK, Status.STOPPING, Status.RESTARTING))
                .firstResultOptional();
    }

    /** Locks the row: whoever changes an execution does it alone. */
    static Execution locked(long id) {
        return Locked.fresh(byId(id));
    }

    /** Takes what an event changed; the phases are those it has tasks in. */
    void take(Changes changes, Instant at) {
        changeNo++;
        status = changes.status();
        halted = changes.halted();
        changes.steps().stream()
                .filter(Snapshot.Step::isActive)
                .mapToInt(Snapshot.Step::phase)
                .max()
                .ifPresent(phase -> currentPhase = Math.max(currentPhase, phase));
        if (!status.isActive()) {
            endedAt = at;
        }
    }

    /** Says why it ended as it did. */
    void explain(String why) {
        message = why;
    }

    /** Something that a page shows has changed without a change of state. */
    long touch() {
        return ++changeNo;
    }

    AuditSubject auditSubject() {
        return new AuditSubject("execution", String.valueOf(id()), "%s #%d".formatted(releaseName, no));
    }

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

    public Status status() {
        return status;
    }

    boolean halted() {
        return halted;
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

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String message() {
        return message;
    }

    public int currentPhase() {
        return currentPhase;
    }

    public long changeNo() {
        return changeNo;
    }

    public List<PhaseRun> phases() {
        return PhaseRun.list("key.executionId = ?1 order by key.index", id);
    }

    public List<StepRun> steps() {
        return StepRun.list("executionId = ?1 order by phaseIndex, groupIndex, orderIndex", id);
    }

    List<StepRun> stepsChangedSince(long change) {
        return StepRun.list(
                "executionId = ?1 and changeNo > ?2 order by phaseIndex, groupIndex, orderIndex", id, change);
    }

    List<StepRun> waitingSteps() {
        return StepRun.list(
                "executionId = ?1 and status = ?2 order by phaseIndex, groupIndex", id, Status.TO_BE_APPROVED);
    }
}
