package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One task in one execution. */
@Entity
@Table(name = "step_run")
public class StepRun extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(name = "execution_id", updatable = false)
    long executionId;

    @Column(name = "phase_index", updatable = false)
    int phaseIndex;

    @Column(name = "group_index", updatable = false)
    int groupIndex;

    @Column(name = "order_index", updatable = false)
    int orderIndex;

    @Column(updatable = false)
    String name;

    @Column(name = "display_name", updatable = false)
    String displayName;

    @Column(name = "task_type", updatable = false)
    String taskType;

    @Column(updatable = false)
    boolean checkpoint;

    @Column(updatable = false)
    String target;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Map<String, Object> input;

    @Column(name = "time_limit_seconds", updatable = false)
    int timeLimitSeconds;

    Status status;

    /** Counts starts. What belongs to an older attempt is stale and changes nothing. */
    int attempt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String message;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> memo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> output;

    @Column(name = "change_no")
    long changeNo;

    protected StepRun() {}

    /** Where a task is: phase, group, and order in the group, each from 0. */
    record Place(int phase, int group, int order) {}

    static StepRun of(long executionId, Place place, Plan.Step plan) {
        var step = new StepRun();
        step.executionId = executionId;
        step.phaseIndex = place.phase();
        step.groupIndex = place.group();
        step.orderIndex = place.order();
        step.name = plan.name();
        step.displayName = plan.displayName();
        step.taskType = plan.type().id();
        step.checkpoint = plan.type().checkpoint();
        step.target = plan.target();
        step.input = plan.input();
        step.timeLimitSeconds = (int) plan.timeLimit().toSeconds();
        step.status = plan.selected() ? Status.NOT_EXECUTED : Status.SKIPPED;
        return step;
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

    /** Moves as {@link ReleaseProcess} decided; a new attempt forgets what the one before remembered. */
    void move(Snapshot.Step to, long change, Instant at) {
        if (to.attempt() == attempt && !status.mayBecome(to.status())) {
            throw new IllegalTransition(this, to.status());
        }
        if (to.attempt() > attempt) {
            startedAt = at;
            message = null;
            memo = null;
            output = null;
        }
        attempt = to.attempt();
        status = to.status();
        endedAt = to.isActive() ? null : at;
        changeNo = change;
    }

    /** What the attempt reported at its end. */
    void report(@Nullable String said, Map<String, Object> gave) {
        message = said == null ? null : Storable.text(said);
        output = gave.isEmpty() ? null : Storable.values(gave);
    }

    /** What the attempt does at the moment, for its card. */
    void saysItDoes(String what, long change) {
        message = Storable.text(what);
        changeNo = change;
    }

    void remember(Map<String, Object> remembered) {
        memo = Storable.values(remembered);
    }

    /** Whether the given attempt is at work: only then may it still say or remember something. */
    public boolean isAtWork(int givenAttempt) {
        return status == Status.RUNNING && attempt == givenAttempt;
    }

    public boolean awaitsDecision() {
        return status == Status.TO_BE_APPROVED;
    }

    public Optional<Decision> findDecision() {
        return Decision.find("stepRunId = ?1 and attempt = ?2", id, attempt).firstResultOptional();
    }

    public long id() {
        return requireNonNull(id);
    }

    public long executionId() {
        return executionId;
    }

    public int phaseIndex() {
        return phaseIndex;
    }

    public int groupIndex() {
        return groupIndex;
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public String taskType() {
        return taskType;
    }

    public boolean checkpoint() {
        return checkpoint;
    }

    public String target() {
        return target;
    }

    public Map<String, Object> input() {
        return input;
    }

    public Status status() {
        return status;
    }

    public int attempt() {
        return attempt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public Duration timeLimit() {
        return Duration.ofSeconds(timeLimitSeconds);
    }

    public @Nullable String message() {
        return message;
    }

    public @Nullable Map<String, Object> memo() {
        return memo;
    }

    public @Nullable Map<String, Object> output() {
        return output;
    }

    public long changeNo() {
        return changeNo;
    }
}
