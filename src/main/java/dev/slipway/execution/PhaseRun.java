package dev.slipway.execution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phase of one execution, with where its tasks stand as counts, so that a list needs no task to draw it. */
@Entity
@Table(name = "phase_run")
public class PhaseRun extends PanacheEntityBase {

    /** A phase run is a place in an execution. */
    @Embeddable
    record Key(@Column(name = "execution_id") long executionId, @Column(name = "phase_index") int index) {}

    @EmbeddedId
    Key key;

    @Column(updatable = false)
    String name;

    @Column(name = "display_name", updatable = false)
    String displayName;

    @Column(updatable = false)
    int selected;

    @Column(updatable = false)
    int skipped;

    int running;
    int waiting;
    int succeeded;
    int failed;

    /** Failed tasks that somebody let the execution go on past. */
    int waived;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    protected PhaseRun() {}

    static PhaseRun of(Execution execution, int index) {
        return PhaseRun.<PhaseRun>findByIdOptional(new Key(execution.id(), index))
                .orElseThrow();
    }

    /** The phases of several executions, each in order. */
    public static List<PhaseRun> ofExecutions(Collection<Long> executions) {
        return executions.isEmpty()
                ? List.of()
                : list("key.executionId in ?1 order by key.executionId, key.index", executions);
    }

    /** A failed task of it is to be run again. */
    void retry() {
        failed--;
        endedAt = null;
    }

    /** Where the phase as a whole stands, derived from its counts. */
    public Status status() {
        if (selected == 0) {
            return Status.SKIPPED;
        }
        if (running > 0) {
            return Status.RUNNING;
        }
        if (waiting > 0) {
            return Status.TO_BE_APPROVED;
        }
        if (failed > 0) {
            return Status.RELEASE_FAILED;
        }
        return succeeded + waived == selected ? Status.SUCCESSFUL : Status.NOT_EXECUTED;
    }

    public long executionId() {
        return key.executionId();
    }

    public int index() {
        return key.index();
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public int selected() {
        return selected;
    }

    /** All that it has, selected or not. */
    public int tasks() {
        return selected + skipped;
    }

    public int skipped() {
        return skipped;
    }

    public int running() {
        return running;
    }

    public int waiting() {
        return waiting;
    }

    public int succeeded() {
        return succeeded;
    }

    public int failed() {
        return failed;
    }

    public int waived() {
        return waived;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
