package dev.slipway.execution;

import static java.util.Objects.requireNonNullElseGet;

import dev.slipway.project.UnknownRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One task in one execution: where it stands. */
@Entity
@Table(name = "step_run")
public class StepRun extends PlannedStep {

    Status status;

    /** Counts starts. What belongs to an older attempt is stale and changes nothing. */
    int attempt;

    @Embedded
    @Nullable
    AttemptFacts facts;

    @Embedded
    @Nullable
    Waiver waiver;

    @Column(name = "change_no")
    long changeNo;

    protected StepRun() {}

    /** Hibernate reads facts that are all missing as none at all. */
    private AttemptFacts facts() {
        if (facts == null) {
            facts = AttemptFacts.none();
        }
        return facts;
    }

    /** @throws UnknownRecord if there is none */
    public static StepRun byId(long id) {
        return StepRun.<StepRun>findByIdOptional(id).orElseThrow(() -> new UnknownRecord("task", String.valueOf(id)));
    }

    /** @throws UnknownRecord if the execution has no task of this name */
    public static StepRun byName(Execution execution, String name) {
        return StepRun.<StepRun>find("executionId = ?1 and name = ?2", execution.id(), name)
                .firstResultOptional()
                .orElseThrow(() -> new UnknownRecord("task", name));
    }

    /** Is to be run again; what its attempt came to is kept. */
    void retry(long change) {
        keepAttempt();
        facts = AttemptFacts.none();
        status = Status.NOT_EXECUTED;
        changeNo = change;
    }

    private void keepAttempt() {
        if (known().startedAt != null) {
            StepAttempt.of(this, status, facts()).persist();
        }
    }

    /** What the attempt reported at its end. */
    void report(@Nullable String said, Map<String, Object> gave, Map<String, Object> undoNeeds) {
        facts().report(said, gave, undoNeeds);
    }

    /** Somebody lets the execution go on past its failure. */
    void waive(Waiver by) {
        waiver = by;
    }

    /** The facts of the present attempt. */
    AttemptFacts known() {
        return requireNonNullElseGet(facts, AttemptFacts::none);
    }

    /** What the attempt does at the moment, for its card. */
    void saysItDoes(String what, long change) {
        facts().message = Storable.text(what);
        changeNo = change;
    }

    void remember(Map<String, Object> remembered) {
        facts().memo = Storable.values(remembered);
    }

    /** Whether the given attempt is at work: only then may it still say or remember something. */
    public boolean isAtWork(int givenAttempt) {
        return status == Status.RUNNING && attempt == givenAttempt;
    }

    public boolean awaitsDecision() {
        return status == Status.TO_BE_APPROVED;
    }

    public Optional<Decision> findDecision() {
        return Decision.find(id(), attempt);
    }

    public Status status() {
        return status;
    }

    public int attempt() {
        return attempt;
    }

    public @Nullable Instant startedAt() {
        return known().startedAt;
    }

    public @Nullable Instant endedAt() {
        return known().endedAt;
    }

    public @Nullable String message() {
        return known().message;
    }

    public @Nullable Map<String, Object> memo() {
        return known().memo;
    }

    public @Nullable Map<String, Object> output() {
        return known().output;
    }

    /** What undoing its attempt needs to know; null where there is nothing to undo. */
    public @Nullable Map<String, Object> undo() {
        return known().undo;
    }

    /** Who let the execution go on past its failure, if anybody did. */
    public Optional<Waiver> findWaiver() {
        return Optional.ofNullable(waiver);
    }

    public long changeNo() {
        return changeNo;
    }
}
