package dev.slipway.execution;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.sql.RoundTrip;
import dev.slipway.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Writes down the beginnings of executions: in plain SQL and two round trips, because programs start many. */
@ApplicationScoped
class Beginning {

    // Sequences give the first of 50 ids, as entities use them (pooled-lo).
    private static final int BLOCK = 50;

    private static final String ID = "select nextval('execution_seq')";
    private static final String STEP_IDS = "select nextval('step_run_seq') from generate_series(1, ?)";
    private static final String ACTIVE = "select id from execution where release_task_id = ? and status in (%s)"
            .formatted(Status.ACTIVE.stream()
                    .map(status -> String.valueOf(status.code()))
                    .collect(Collectors.joining(", ")));

    private final DataSource database;
    private final AuditTrail audit;
    private final StepJobs jobs;
    private final Traces traces;

    Beginning(DataSource database, AuditTrail audit, StepJobs jobs, Traces traces) {
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.traces = traces;
    }

    /**
     * Begins an execution in the caller's transaction, which has locked the release task.
     *
     * @throws AlreadyActive if an execution of the same release task is active
     */
    Opening begin(Actor actor, Plan plan, Instant at) {
        var opening = open(plan);
        var trip = new RoundTrip();
        opening.addTo(trip, actor.displayName(), at, traces.here());
        audit.record(
                trip,
                List.of(new AuditTrail.Deed(
                        actor.username(),
                        plan.release().projectId(),
                        plan.rollsBack() == null ? "execution_started" : "rollback_started",
                        new AuditSubject(
                                "execution",
                                String.valueOf(opening.id()),
                                plan.release().name() + " #" + plan.no()),
                        Map.of("selected", plan.selected()))));
        jobs.schedule(trip, opening.changes().started());
        trip.travel(database);
        return opening;
    }

    private Opening open(Plan plan) {
        var trip = new RoundTrip();
        var active = trip.ask(row -> row.getLong(1), ACTIVE, plan.release().id());
        var id = trip.ask(row -> row.getLong(1), ID);
        var blocks = trip.ask(row -> row.getLong(1), STEP_IDS, (plan.tasks() + BLOCK - 1) / BLOCK);
        trip.travel(database);
        active.rows().stream().findFirst().ifPresent(other -> {
            throw new AlreadyActive(Execution.byId(other));
        });
        var steps = blocks.rows().stream()
                .flatMapToLong(first -> LongStream.range(first, first + BLOCK))
                .boxed()
                .toList();
        return Opening.of(plan, id.rows().get(0), steps);
    }
}
