package dev.slipway.execution;

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
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Carries an execution from one state to the next: reads where it stands, asks the rules, writes down what they say. In plain
 * SQL and few round trips, because every task comes by here twice.
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
        var posting = new Posting(standing, changes, at);
        posting.addTo(trip);
        recordEnd(trip, standing, changes);
        trip.travel(database);
        posting.requireAsThought();
        schedule(started(changes));
        Locked.forget(Set.of(StepRun.class, PhaseRun.class));
        entities.refresh(execution);
        tell(standing, event instanceof Event.Started ? null : standing.status(), changes, at);
        return true;
    }

    /** See {@link Executions#report}, which this is the whole of. */
    Executions.Reported settle(Brief done, Executions.Report report, RunningJob job) {
        var standing = done.standing() == null ? ledger.locked(done.run().id()) : done.standing();
        // Not before: what follows from other ends must not seem to have happened before them.
        var at = clock.instant();
        var changes = ReleaseProcess.next(
                standing.snapshot(), new Event.Finished(done.stepRun(), done.attempt(), report.succeeded()));
        if (changes.isStale()) {
            return Executions.Reported.TOO_LATE;
        }
        report.recording().run();
        var trip = new RoundTrip();
        var posting = new Posting(standing, changes, at);
        var briefs = posting.addTo(trip, Posting.Said.of(done.stepRun(), report));
        recordReport(trip, standing, done, report);
        recordEnd(trip, standing, changes);
        var starting = started(changes);
        var goesOn = job.settle(trip, starting);
        trip.travel(database);
        posting.requireAsThought();
        job.requireSettled();
        schedule(starting.stream()
                .filter(other -> goesOn.filter(other::equals).isEmpty())
                .toList());
        tell(standing, standing.status(), changes, at);
        var next = goesOn.flatMap(attempt -> briefOf(attempt, briefs.rows()));
        return new Executions.Reported(
                true, next.map(brief -> brief.in(standing.after(changes).orElse(null))));
    }

    private static Optional<Brief> briefOf(StepJobs.Started attempt, List<Optional<Brief>> briefs) {
        return briefs.stream()
                .flatMap(Optional::stream)
                .filter(brief -> brief.stepRun() == attempt.stepRun())
                .findFirst();
    }

    /** Lets whoever follows an execution, or the list that it is in, know that it is not what it was. */
    void announce(long execution, String projectId) {
        announcer.announce("execution:" + execution, "project:" + projectId);
    }

    /** What moved and is running has just started. */
    private static List<StepJobs.Started> started(Changes changes) {
        return changes.steps().stream()
                .filter(step -> step.status() == Status.RUNNING)
                .map(step -> new StepJobs.Started(step.id(), step.attempt()))
                .toList();
    }

    private void schedule(List<StepJobs.Started> started) {
        if (!started.isEmpty()) {
            jobs.schedule(started);
        }
    }

    private void recordReport(RoundTrip trip, Standing standing, Brief done, Executions.Report report) {
        audit.record(
                trip,
                standing.run().projectId(),
                report.succeeded() ? "task_succeeded" : "task_failed",
                standing.auditSubject(),
                Map.of(
                        "task",
                        done.displayName(),
                        "attempt",
                        done.attempt(),
                        "message",
                        Storable.text(report.message())));
    }

    private void recordEnd(RoundTrip trip, Standing standing, Changes changes) {
        if (!changes.status().isActive()) {
            audit.record(
                    trip,
                    standing.run().projectId(),
                    "execution_ended",
                    standing.auditSubject(),
                    Map.of("status", changes.status().english()));
        }
    }

    private void tell(Standing standing, @Nullable Status before, Changes changes, Instant at) {
        var asking = changes.steps().stream()
                .filter(step -> step.status() == Status.TO_BE_APPROVED)
                .map(Snapshot.Step::id)
                .toList();
        announce(standing.run().id(), standing.run().projectId());
        observers.fire(new Transition(
                standing.run().id(),
                standing.run().projectId(),
                before,
                changes.status(),
                standing.changeNo() + 1,
                asking,
                at));
    }
}
