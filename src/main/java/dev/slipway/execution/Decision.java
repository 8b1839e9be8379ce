package dev.slipway.execution;

import dev.slipway.project.Actor;
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
import org.jspecify.annotations.Nullable;

/** Who agreed or rejected, when, and why; one per attempt of a checkpoint, held unique by the database. */
@Entity
@Table(name = "decision")
public class Decision extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(name = "step_run_id", updatable = false)
    long stepRunId;

    @Column(updatable = false)
    int attempt;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Verdict verdict;

    @Column(updatable = false)
    String username;

    @Column(name = "display_name", updatable = false)
    String displayName;

    @Column(updatable = false)
    String comments;

    @Column(name = "decided_at", updatable = false)
    Instant decidedAt;

    protected Decision() {}

    static Decision of(StepRun step, Actor actor, Verdict verdict, String comments, Instant at) {
        var decision = new Decision();
        decision.stepRunId = step.id();
        decision.attempt = step.attempt();
        decision.verdict = verdict;
        decision.username = actor.username();
        decision.displayName = actor.displayName();
        decision.comments = comments;
        decision.decidedAt = at;
        return decision;
    }

    /** The decision about an attempt, if there is one yet. */
    static Optional<Decision> find(long stepRun, int attempt) {
        return Decision.<Decision>find("stepRunId = ?1 and attempt = ?2", stepRun, attempt)
                .firstResultOptional();
    }

    /** All decisions of an execution, the first one first. */
    public static List<Decision> of(Execution execution) {
        return Decision.list(
                "stepRunId in (select step.id from StepRun step where step.executionId = ?1 and step.checkpoint)"
                        + " order by decidedAt",
                execution.id());
    }

    public long stepRunId() {
        return stepRunId;
    }

    /** Which attempt of the checkpoint it is about. */
    public int attempt() {
        return attempt;
    }

    public Verdict verdict() {
        return verdict;
    }

    public boolean agreed() {
        return verdict == Verdict.AGREE;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public String comments() {
        return comments;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
