package dev.slipway.trigger;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Change;
import dev.slipway.execution.NothingSelected;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.release.ReleaseTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one door through which trigger policies are set. */
@ApplicationScoped
public class Triggers {

    private final TriggerJobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    Triggers(TriggerJobs jobs, AuditTrail audit, Clock clock) {
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets when a release task is executed by itself, from now on and on behalf of the actor.
     *
     * @throws dev.slipway.project.UnknownRecord if the release task is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute in the project
     * @throws dev.slipway.release.UnknownTasks if a name is no task of the release task
     * @throws NothingSelected if no task is to run
     * @throws BrokenSchedule if a schedule has no meaning, or is never due
     * @throws SetMeanwhile if the revision is not the one that was on the page
     */
    @Transactional
    public TriggerPolicy set(Actor actor, UUID releaseTask, Setting setting) {
        var release = ReleaseTask.locked(releaseTask).seenBy(actor);
        actor.require(release.projectId(), Permission.EXECUTE);
        check(release, setting.tasks());
        var policy = TriggerPolicy.find(releaseTask).orElseGet(() -> TriggerPolicy.of(releaseTask));
        if (setting.revision() != null && setting.revision() != policy.revision()) {
            throw new SetMeanwhile(policy);
        }
        var before = policy.revision() == 0 ? Map.<String, Object>of() : describe(policy);
        jobs.cancel(releaseTask, policy.revision());
        var now = clock.instant();
        policy.set(setting, actor, now);
        policy.persist();
        if (policy.isScheduled()) {
            jobs.schedule(releaseTask, policy.revision(), firstStart(setting.hooks(), now));
        }
        audit.record(
                actor.username(),
                release.projectId(),
                "trigger_policy_set",
                new AuditSubject("release_task", releaseTask.toString(), release.name()),
                changes(before, describe(policy)));
        return policy;
    }

    /** @throws BrokenSchedule if a schedule has no meaning, or is never due from now on */
    public void check(Hook hook) {
        Schedule.of(hook).requireDue(clock.instant());
    }

    private static void check(ReleaseTask release, @Nullable Set<String> tasks) {
        if (tasks != null) {
            release.requireTasks(tasks);
            if (tasks.isEmpty()) {
                throw new NothingSelected();
            }
        }
    }

    private static Instant firstStart(List<Hook> hooks, Instant now) {
        hooks.forEach(hook -> Schedule.of(hook).requireDue(now));
        return Schedules.of(hooks).next(now).orElseThrow();
    }

    private static Map<String, Object> changes(Map<String, Object> before, Map<String, Object> after) {
        var changes = new LinkedHashMap<String, Object>();
        after.forEach((name, value) -> changes.put(name, Change.of(before.get(name), value)));
        return changes;
    }

    private static Map<String, Object> describe(TriggerPolicy policy) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put(
                "schedules",
                policy.hooks().stream()
                        .map(hook -> "%s at %s".formatted(hook.schedule(), hook.offset()))
                        .toList());
        var tasks = policy.tasks();
        detail.put("tasks", tasks == null ? "all" : tasks);
        return detail;
    }
}
