package dev.slipway.execution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.slipway.audit.AuditTrail;
import dev.slipway.live.Announcer;
import dev.slipway.project.Locked;
import dev.slipway.sql.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Carries an execution from one state to the next: reads where it stands, asks the rules, writes down what they say. In plain
 * SQL and few round trips, because every task comes by here; and with the ends of several attempts together where they come
 * at the same time.
 */
@ApplicationScoped
class Progression {

    private final DataSource database;
    private final EntityManager entities;
    private final Ledger ledger;
    private final Clock clock;
    private final StepJobs jobs;
    private final AuditTrail audit;
    private final Announcer announcer;
    private final jakarta.enterprise.event.Event<Transition> observers;

    Progression(
            DataSource database,
            EntityManager entities,
            Ledger ledger,
            Clock clock,
            StepJobs jobs,
            AuditTrail audit,
            Announcer announcer,
            jakarta.enterprise.event.Event<Transition> observers) {
        this.database = database;
        this.entities = entities;
        this.ledger = ledger;
        this.clock = clock;
        this.jobs = jobs;
        this.audit = audit;
        this.announcer = announcer;
        this.observers = observers;
    }

    /**
     * Applies what somebody did to an execution, in the caller's transaction, which has locked it. What the caller has read
     * of its tasks and phases is forgotten: it is not as it was any more.
     *
     * @return false if it changes nothing
     */
    boolean go(Execution execution, Event event, Instant at) {
        entities.flush();
        var standing = ledger.locked(execution.id());
        var changes = ReleaseProcess.next(standing.snapshot(), event);
        if (changes.isStale()) {
            return false;
        }
        var trip = new RoundTrip();
        var posted = new Posting(List.of(new Posting.Entry(standing, changes)), at).addTo(trip);
        audit.record(trip, standing.ends(changes));
        jobs.schedule(trip, changes.started());
        trip.travel(database);
        posted.requireAsThought();
        Locked.forget(Set.of(StepRun.class, PhaseRun.class));
        entities.refresh(execution);
        tell(standing.transition(changes, at));
        return true;
    }

    /** The end of one attempt; see {@link Executions#report}. */
    Executions.Reported settle(Ending ending) {
        var standing = ledger.locked(ending.execution());
        // Not before: what follows from other ends must not seem to have happened before them.
        var at = clock.instant();
        var settled = Settlement.of(ending, standing);
        if (settled.changes().isStale()) {
            return Executions.Reported.TOO_LATE;
        }
        ending.report().recording().run();
        return requireNonNull(write(List.of(settled), at).get(ending.execution()));
    }

    /** The ends of attempts of different executions; see {@link Executions#reportTogether}. */
    Map<Long, Executions.Reported> settle(List<Ending> endings) {
        var known = endings.stream()
                .flatMap(ending -> Stream.ofNullable(ending.done().standing()))
                .collect(toMap(standing -> standing.run().id(), Function.identity()));
        var standings =
                ledger.lockedIfFree(endings.stream().map(Ending::execution).toList(), known);
        var at = clock.instant();
        var settled = endings.stream()
                .flatMap(ending -> Stream.ofNullable(standings.get(ending.execution()))
                        .map(standing -> Settlement.of(ending, standing)))
                .filter(one -> !one.changes().isStale())
                .toList();
        return settled.isEmpty() ? Map.of() : write(settled, at);
    }

    private Map<Long, Executions.Reported> write(List<Settlement> all, Instant at) {
        var trip = new RoundTrip();
        var posted = new Posting(all.stream().map(Settlement::entry).toList(), at).addTo(trip);
        audit.record(trip, all.stream().flatMap(Settlement::deeds).toList());
        var jobsSettled = jobs.settle(trip, all.stream().map(Settlement::job).toList());
        jobs.schedule(trip, all.stream().flatMap(Settlement::others).toList());
        trip.travel(database);
        posted.requireAsThought();
        jobsSettled.run();
        var started = posted.started();
        all.forEach(one -> tell(one.standing().transition(one.changes(), at)));
        return all.stream().collect(toMap(one -> one.ending().execution(), one -> one.reported(started)));
    }

    /** Lets whoever follows an execution, or the list that it is in, know that it is not what it was. */
    void announce(long execution, String projectId) {
        announcer.announce("execution:" + execution, "project:" + projectId);
    }

    /** Lets everybody know of a change of state, those that take part in its transaction first. */
    void tell(Transition transition) {
        announce(transition.execution(), transition.projectId());
        observers.fire(transition);
    }
}
