package dev.slipway.execution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt that a later one has followed, kept as it ended. */
@Entity
@Table(name = "step_attempt")
public class StepAttempt extends PanacheEntityBase {

    /** An attempt is known by its task and its number. */
    @Embeddable
    record Key(@Column(name = "step_run_id") long stepRunId, int attempt) {}

    @EmbeddedId
    Key key;

    @Column(updatable = false)
    Status status;

    @Embedded
    AttemptFacts facts;

    protected StepAttempt() {}

    static StepAttempt of(StepRun step, Status status, AttemptFacts facts) {
        var kept = new StepAttempt();
        kept.key = new Key(step.id(), step.attempt());
        kept.status = status;
        kept.facts = facts;
        return kept;
    }

    /** The earlier attempts of a task, the first one first. */
    public static List<StepAttempt> of(StepRun step) {
        return StepAttempt.list("key.stepRunId = ?1 order by key.attempt", step.id());
    }

    /** All earlier attempts of an execution. */
    static List<StepAttempt> of(Execution execution) {
        return StepAttempt.list(
                "key.stepRunId in (select step.id from StepRun step where step.executionId = ?1)", execution.id());
    }

    static Optional<StepAttempt> find(long stepRun, int attempt) {
        return StepAttempt.findByIdOptional(new Key(stepRun, attempt));
    }

    long stepRunId() {
        return key.stepRunId();
    }

    public int attempt() {
        return key.attempt();
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant startedAt() {
        return facts.startedAt;
    }

    public @Nullable Instant endedAt() {
        return facts.endedAt;
    }

    public @Nullable String message() {
        return facts.message;
    }

    public @Nullable Map<String, Object> memo() {
        return facts.memo;
    }

    public @Nullable Map<String, Object> output() {
        return facts.output;
    }
}
