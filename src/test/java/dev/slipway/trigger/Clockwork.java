package dev.slipway.trigger;

import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Origins;
import dev.slipway.identity.Actors;
import dev.slipway.project.Actor;
import dev.slipway.release.Executing;
import dev.slipway.testing.StoppedClock;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trigger policy of one release task, at a clock of its own. */
record Clockwork(Clock clock, Actor actor, UUID release) {

    static final String HOURLY = "0 0 * ? * * *";

    /** Stands at half past nine, so late that the engine, which knows the real time, leaves the jobs alone. */
    static Clockwork stopped(Actor actor, UUID release) {
        return new Clockwork(new StoppedClock("2040-01-02T09:30:00Z"), actor, release);
    }

    /** Sets a schedule for all tasks, and gives its revision. */
    int set(String cron) {
        return set(List.of(new Hook(cron, 0)), null);
    }

    /** Sets schedules for some tasks. */
    int set(List<Hook> hooks, @Nullable Set<String> tasks) {
        var triggers = new Triggers(bean(TriggerJobs.class), bean(AuditTrail.class), clock);
        return QuarkusTransaction.requiringNew()
                .call(() -> triggers.set(actor, release, new Setting(hooks, tasks, null, null))
                        .revision());
    }

    Optional<Instant> fire(int revision) {
        return starts().fire(release, revision);
    }

    Starts starts() {
        return new Starts(
                bean(Executing.class), bean(Actors.class), bean(AuditTrail.class), bean(Origins.class), clock);
    }

    void advance(Duration by) {
        ((StoppedClock) clock).advance(by);
    }

    /** What came of it so far, newest first. */
    List<TriggerStart> history() {
        return QuarkusTransaction.requiringNew()
                .call(() -> TriggerStart.before(release, Instant.parse("2100-01-01T00:00:00Z"), 200));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
