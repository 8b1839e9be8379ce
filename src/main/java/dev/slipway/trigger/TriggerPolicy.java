package dev.slipway.trigger;

import dev.slipway.project.Actor;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** When a release task is executed by itself, which of its tasks, and on whose behalf. */
@Entity
@Table(name = "trigger_policy")
public class TriggerPolicy extends PanacheEntityBase {

    @Id
    @Column(name = "release_task_id")
    UUID releaseTaskId;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Hook> hooks;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Timing timing;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<String> tasks;

    @Column(name = "set_by")
    String setBy;

    @Column(name = "set_by_name")
    String setByName;

    @Column(name = "set_at")
    Instant setAt;

    @Column(name = "handled_until")
    Instant handledUntil;

    int revision;

    protected TriggerPolicy() {}

    static TriggerPolicy of(UUID releaseTask) {
        var policy = new TriggerPolicy();
        policy.releaseTaskId = releaseTask;
        return policy;
    }

    /** The policy of a release task; empty: it was never set, so only people execute it. */
    public static Optional<TriggerPolicy> find(UUID releaseTask) {
        return findByIdOptional(releaseTask);
    }

    /** Starts anew: whatever was due before this moment is nobody's business any more. */
    void set(Setting setting, Actor by, Instant at) {
        hooks = List.copyOf(setting.hooks());
        timing = setting.timing();
        tasks = setting.tasks() == null ? null : List.copyOf(setting.tasks());
        setBy = by.username();
        setByName = by.displayName();
        setAt = at;
        handledUntil = at;
        revision++;
    }

    void handled(Instant due) {
        handledUntil = due;
    }

    public UUID releaseTaskId() {
        return releaseTaskId;
    }

    /** The schedules; none: only people execute it. */
    public List<Hook> hooks() {
        return hooks;
    }

    public boolean isScheduled() {
        return !hooks.isEmpty();
    }

    Schedules schedules() {
        return Schedules.of(hooks);
    }

    /** What was filled in; where the schedules came by REST, how the form would say it. */
    Timing timing() {
        return timing == null ? Timing.of(hooks) : timing;
    }

    /** The names of the tasks to run; null: all. */
    public @Nullable List<String> tasks() {
        return tasks;
    }

    /** The user name of whoever set it. */
    public String setBy() {
        return setBy;
    }

    public String setByName() {
        return setByName;
    }

    public Instant setAt() {
        return setAt;
    }

    Instant handledUntil() {
        return handledUntil;
    }

    public int revision() {
        return revision;
    }
}
