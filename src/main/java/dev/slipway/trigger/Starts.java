package dev.slipway.trigger;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Origin;
import dev.slipway.audit.Origins;
import dev.slipway.execution.AlreadyActive;
import dev.slipway.execution.NothingSelected;
import dev.slipway.identity.Actors;
import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Locked;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Executing;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.UnknownTasks;
import dev.slipway.trigger.TriggerStart.Due;
import dev.slipway.trigger.TriggerStart.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Starts executions when trigger policies are due, and records what came of each due time. The execution, the row of its
 * due time and the audit event are one transaction, under the lock of the release task; whoever comes second, from this
 * node or another one, finds nothing due.
 */
@ApplicationScoped
public class Starts {

    private static final Logger LOG = Logger.getLogger(Starts.class);

    private final Executing executing;
    private final Actors actors;
    private final AuditTrail audit;
    private final Origins origins;
    private final Clock clock;

    Starts(Executing executing, Actors actors, AuditTrail audit, Origins origins, Clock clock) {
        this.executing = executing;
        this.actors = actors;
        this.audit = audit;
        this.origins = origins;
        this.clock = clock;
    }

    /**
     * Does what is due by now.
     *
     * @param revision of the trigger policy; about an older one there is nothing to do
     * @return when to look again; empty: never
     */
    public Optional<Instant> fire(UUID releaseTask, int revision) {
        var now = clock.instant();
        try {
            return handle(releaseTask, revision, now, this::start);
        } catch (Conflict | Forbidden | UnknownRecord | UnknownTasks | NothingSelected refused) {
            // What refuses an execution has spoilt its transaction, so the refusal is recorded in another one.
            return handle(
                    releaseTask,
                    revision,
                    now,
                    (policy, due) -> TriggerStart.of(due, Outcome.SKIPPED, reason(policy, refused)));
        }
    }

    /** Records that what is due can't be started because of an unexpected error, and goes on with what comes next. */
    public Optional<Instant> giveUp(UUID releaseTask, int revision, RuntimeException error) {
        var incident = UUID.randomUUID();
        LOG.errorf(error, "A scheduled start of %s failed (incident %s)", releaseTask, incident);
        var reason = "An unexpected error. The log has the details under incident %s.".formatted(incident);
        return handle(
                releaseTask, revision, clock.instant(), (policy, due) -> TriggerStart.of(due, Outcome.FAILED, reason));
    }

    /** What to make of the due time that is to run now. */
    private interface Way {
        TriggerStart take(TriggerPolicy policy, Due due);
    }

    private Optional<Instant> handle(UUID releaseTask, int revision, Instant now, Way way) {
        return origins.during(
                Origin.SCHEDULE, () -> QuarkusTransaction.requiringNew().call(() -> TriggerPolicy.find(releaseTask)
                        .map(policy -> {
                            var release = ReleaseTask.locked(releaseTask);
                            return new Look(release, Locked.fresh(policy), now);
                        })
                        .filter(look -> look.policy().revision() == revision)
                        .flatMap(look -> handle(look, way))));
    }

    /** A policy under the lock of its release task, at a moment. */
    private record Look(ReleaseTask release, TriggerPolicy policy, Instant now) {

        Due due(Instant at) {
            return new Due(release.id(), at, now);
        }
    }

    private Optional<Instant> handle(Look look, Way way) {
        var policy = look.policy();
        var starts = DueStarts.between(policy.schedules(), policy.handledUntil(), look.now());
        recordMissed(look, starts);
        starts.run().ifPresent(at -> {
            policy.handled(at);
            record(look, way.take(policy, look.due(at)));
        });
        return starts.next();
    }

    private TriggerStart start(TriggerPolicy policy, Due due) {
        var release = ReleaseTask.byId(due.releaseTask());
        var actor = actors.find(policy.setBy())
                .orElseThrow(() -> new Forbidden(policy.setBy(), Permission.EXECUTE, release.projectId()));
        var execution = executing.executeBySchedule(actor, due.releaseTask(), policy.tasks());
        return TriggerStart.started(due, execution.no());
    }

    private void recordMissed(Look look, DueStarts starts) {
        if (starts.missed().isEmpty()) {
            return;
        }
        var newest = starts.missed().get(starts.missed().size() - 1);
        look.policy().handled(newest);
        for (var at : starts.missed()) {
            TriggerStart.of(look.due(at), Outcome.MISSED, missed(starts, at)).persist();
        }
        audit(
                look,
                "trigger_start_missed",
                Map.of(
                        "starts",
                        starts.missed().size(),
                        "more before",
                        starts.unlisted(),
                        "newest due",
                        newest.toString()));
    }

    private static String missed(DueStarts starts, Instant at) {
        var why = starts.run().isPresent()
                ? "Slipway could not start it in time; the newest start took its place."
                : "Slipway did not run at that time, nor in the hour after it.";
        return starts.unlisted() && at.equals(starts.missed().get(0))
                ? why + " Earlier ones were missed too, and are not listed."
                : why;
    }

    private void record(Look look, TriggerStart start) {
        start.persist();
        if (start.outcome() == Outcome.SKIPPED) {
            audit(look, "trigger_start_skipped", detail(start));
        } else if (start.outcome() == Outcome.FAILED) {
            audit(look, "trigger_start_failed", detail(start));
        }
    }

    private static Map<String, Object> detail(TriggerStart start) {
        return Map.of("due", start.dueAt().toString(), "reason", start.reason());
    }

    private void audit(Look look, String kind, Map<String, Object> detail) {
        var release = look.release();
        var subject = new AuditSubject("release_task", release.id().toString(), release.name());
        audit.record("slipway", release.projectId(), kind, subject, detail);
    }

    private static String reason(TriggerPolicy policy, RuntimeException refused) {
        if (refused instanceof AlreadyActive active) {
            return active.reason();
        }
        if (refused instanceof UnknownTasks unknown) {
            return "Tasks to run do not belong to the release task any more: %s. Set the trigger policy again."
                    .formatted(unknown.names());
        }
        return refused instanceof Forbidden || refused instanceof UnknownRecord
                ? "%s, who set the trigger policy, may not execute this release task any more."
                        .formatted(policy.setByName())
                : String.valueOf(refused.getMessage());
    }
}
