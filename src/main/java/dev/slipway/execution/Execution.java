package dev.slipway.execution;

import dev.slipway.audit.AuditSubject;
import dev.slipway.project.Conflict;
import dev.slipway.project.Locked;
import dev.slipway.project.UnknownRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a release task. */
@Entity
@Table(name = "execution")
public class Execution extends PlannedExecution {

    static final int LONGEST_REMARK = 256;

    Status status;

    @Enumerated(EnumType.STRING)
    Snapshot.Brake brake;

    /** How often it was taken up again after its end. */
    int restarts;

    /** What is to be said beside its status: {@code 1 skipped by Ada}. */
    @Nullable
    String remark;

    @Column(name = "current_phase")
    int currentPhase;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String message;

    @Column(name = "change_no")
    long changeNo;

    /** Package {@code archive} writes it. */
    @Column(name = "archived_at", insertable = false, updatable = false)
    @Nullable
    Instant archivedAt;

    protected Execution() {}

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

    /** Locks the row: whoever changes an execution does it alone. The transaction has not read it before. */
    static Execution locked(long id) {
        return Execution.<Execution>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new UnknownRecord("execution", String.valueOf(id)));
    }

    /**
     * Locks the row on behalf of a person. Whatever was read of its tasks before, such as for a page or an answer, is
     * forgotten: it may be old by now, and would be written back.
     */
    static Execution lockedAnew(long id) {
        var execution = Locked.fresh(byId(id));
        Locked.forget(Set.of(StepRun.class, PhaseRun.class));
        return execution;
    }

    /** Is taken up again after its end, at the first phase in which anything is left to do. */
    void restart(int firstPhase) {
        status = Status.RESTARTING;
        restarts++;
        currentPhase = firstPhase;
        message = null;
    }

    /** Says something beside its status. */
    void remark(String what) {
        remark = what;
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

    public Status status() {
        return status;
    }

    Snapshot.Brake brake() {
        return brake;
    }

    boolean wasRestarted() {
        return restarts > 0;
    }

    public @Nullable String remark() {
        return remark;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String message() {
        return message;
    }

    /** Whether its tasks are in the archive, and have to be brought back before anybody can read them. */
    public boolean isArchived() {
        return archivedAt != null;
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

    /** Its tasks that stand like this. */
    List<StepRun> steps(Status wanted) {
        return StepRun.list("executionId = ?1 and status = ?2 order by phaseIndex, groupIndex", id, wanted);
    }

    /** Its failed tasks that somebody let it go on past. */
    List<StepRun> waivedSteps() {
        return StepRun.list("executionId = ?1 and waiver.by is not null order by waiver.at", id);
    }

    /** The first phase in which a task failed or is left to run; the current one if there is none. */
    int firstPhaseLeft() {
        return StepRun.<StepRun>find(
                        "executionId = ?1 and status in ?2 order by phaseIndex",
                        id,
                        List.of(Status.NOT_EXECUTED, Status.RELEASE_FAILED))
                .firstResultOptional()
                .map(StepRun::phaseIndex)
                .orElse(currentPhase);
    }

    /** Whether its release task was neither executed again nor moved to another project since. */
    boolean isLatest() {
        var latest = getEntityManager()
                .createNativeQuery("select latest_execution_id from release_task where id = ?1")
                .setParameter(1, releaseTaskId)
                .getSingleResultOrNull();
        return latest instanceof Number number && number.longValue() == id();
    }

    /** @throws Conflict if it can't be taken up again, because it isn't the latest of its release task */
    public void requireLatest() {
        if (!isLatest()) {
            throw new Conflict(
                    "%s was executed again since, or moved to another enterprise project. Only its latest execution can be taken up again."
                            .formatted(releaseName()));
        }
    }
}
