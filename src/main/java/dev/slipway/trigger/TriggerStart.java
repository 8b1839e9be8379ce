package dev.slipway.trigger;

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
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What came of one due time of a trigger policy; there is at most one for each. */
@Entity
@Immutable
@Table(name = "trigger_start")
public class TriggerStart extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(name = "release_task_id")
    UUID releaseTaskId;

    @Column(name = "due_at")
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "execution_no")
    @Nullable
    Integer executionNo;

    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected TriggerStart() {}

    /** What can come of it. */
    public enum Outcome {
        STARTED,
        SKIPPED,
        MISSED,
        FAILED
    }

    /** The due time of a release task that something came of, and when. */
    record Due(UUID releaseTask, Instant at, Instant recordedAt) {}

    static TriggerStart started(Due due, int executionNo) {
        var start = of(due, Outcome.STARTED, "");
        start.executionNo = executionNo;
        return start;
    }

    /** It did not start an execution, and why. */
    static TriggerStart of(Due due, Outcome outcome, String reason) {
        var start = new TriggerStart();
        start.releaseTaskId = due.releaseTask();
        start.dueAt = due.at();
        start.outcome = outcome;
        start.reason = reason;
        start.recordedAt = due.recordedAt();
        return start;
    }

    /** Those of a release task that were due before a time, newest first. */
    static List<TriggerStart> before(UUID releaseTask, Instant time, int most) {
        return TriggerStart.<TriggerStart>find(
                        "releaseTaskId = ?1 and dueAt < ?2 order by dueAt desc", releaseTask, time)
                .page(0, most)
                .list();
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable Integer executionNo() {
        return executionNo;
    }

    public String reason() {
        return reason;
    }
}
