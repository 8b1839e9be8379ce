package dev.slipway.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A group of a phase; its tasks run one after another. */
@Entity
@Table(name = "step_group")
public class StepGroup extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "phase_id", updatable = false)
    Phase phase;

    @Column(name = "order_index")
    int orderIndex;

    @OneToMany(mappedBy = "group", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("orderIndex")
    @BatchSize(size = 50)
    List<Step> steps = new ArrayList<>();

    protected StepGroup() {}

    StepGroup(Phase phase, int orderIndex) {
        this.phase = phase;
        this.orderIndex = orderIndex;
    }

    /** Adds a task at the end; {@code input} is what its type asks for. */
    public StepGroup add(String key, String displayName, String taskType, Map<String, Object> input) {
        steps.add(new Step(this, steps.size(), new Definition.Task(key, displayName, taskType, input, null)));
        return this;
    }

    void define(Definition.Group definition) {
        definition.tasks().forEach(task -> steps.add(new Step(this, steps.size(), task)));
    }

    Definition.Group definition() {
        return new Definition.Group(steps.stream().map(Step::definition).toList());
    }

    public List<Step> steps() {
        return steps;
    }
}
