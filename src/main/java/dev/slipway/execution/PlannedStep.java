package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One task in one execution: what it does, frozen when the execution started. */
@MappedSuperclass
public abstract class PlannedStep extends PanacheEntityBase {

    @Id
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

    /** What a rollback puts back: what the task that it undoes has recorded; null in any other execution. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    @Nullable
    Map<String, Object> undoes;

    protected PlannedStep() {}

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

    public Duration timeLimit() {
        return Duration.ofSeconds(timeLimitSeconds);
    }

    /** What this task puts back, in a rollback; null elsewhere. */
    public @Nullable Map<String, Object> undoes() {
        return undoes;
    }

    public int orderIndex() {
        return orderIndex;
    }
}
