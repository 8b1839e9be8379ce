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
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A phase of a release task; its groups run side by side. */
@Entity
@Table(name = "phase")
public class Phase extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "release_task_id", updatable = false)
    ReleaseTask release;

    String name;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "order_index")
    int orderIndex;

    @OneToMany(mappedBy = "phase", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("orderIndex")
    @BatchSize(size = 50)
    List<StepGroup> groups = new ArrayList<>();

    protected Phase() {}

    Phase(ReleaseTask release, String name, String displayName, int orderIndex) {
        this.release = release;
        this.name = name;
        this.displayName = displayName;
        this.orderIndex = orderIndex;
    }

    /** Adds a group beside the others. */
    public StepGroup addGroup() {
        var group = new StepGroup(this, groups.size());
        groups.add(group);
        return group;
    }

    void define(Definition.Phase definition) {
        definition.groups().forEach(group -> addGroup().define(group));
    }

    Definition.Phase definition() {
        return new Definition.Phase(
                name, displayName, groups.stream().map(StepGroup::definition).toList());
    }

    /** The short key by which REST and URLs know the phase. */
    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public List<StepGroup> groups() {
        return groups;
    }

    List<Step> steps() {
        return groups.stream().flatMap(group -> group.steps().stream()).toList();
    }
}
