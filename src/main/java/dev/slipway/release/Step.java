package dev.slipway.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A task of a release task. */
@Entity
@Table(name = "step")
public class Step extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "step_group_id", updatable = false)
    StepGroup group;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "release_task_id", updatable = false)
    ReleaseTask release;

    String name;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "task_type")
    String taskType;

    @Column(name = "order_index")
    int orderIndex;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> input;

    @Column(name = "time_limit_seconds")
    @Nullable
    Integer timeLimitSeconds;

    protected Step() {}

    Step(StepGroup group, int orderIndex, Definition.Task task) {
        this.group = group;
        this.release = group.phase.release;
        this.orderIndex = orderIndex;
        this.name = task.name();
        this.displayName = task.displayName();
        this.taskType = task.type();
        this.input = task.input();
        this.timeLimitSeconds = task.timeLimitSeconds();
    }

    Definition.Task definition() {
        return new Definition.Task(name, displayName, taskType, input, timeLimitSeconds);
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

    public Map<String, Object> input() {
        return input;
    }
}
