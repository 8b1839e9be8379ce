package dev.slipway.execution;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.sql.Json;
import dev.slipway.sql.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where whoever does a task finds out about it. */
@ApplicationScoped
public class Briefs {

    /** What {@link #of} reads of a task that has just started its attempt. */
    static final String TASK =
            """
            step.id, step.attempt, step.name, step.display_name, step.task_type, step.input::text as input,
            step.undoes::text as undoes, step.time_limit_seconds""";

    // An attempt is kept aside when its task is to run again, and from then on its task knows nothing of it.
    private static final String FIND =
            """
            select %s, step.status = 4 and step.attempt = ? as at_work,
              case when step.attempt = ? and step.started_at is not null then step.started_at
                else coalesce(kept.started_at, step.started_at) end as started_at,
              case when step.attempt = ? and step.started_at is not null then step.memo
                else coalesce(kept.memo, step.memo) end::text as memo,
              execution.id as execution_id, execution.release_task_id, execution.release_name, execution.no,
              execution.project_id, execution.region_id, execution.started_by, execution.trace_parent
            from step_run step join execution on execution.id = step.execution_id
              left join step_attempt kept on kept.step_run_id = step.id and kept.attempt = ?
            where step.id = ?
            """
                    .formatted(TASK);

    private final DataSource database;

    Briefs(DataSource database) {
        this.database = database;
    }

    /** What there is to know about an attempt; empty if its release task was deleted. */
    public Optional<Brief> find(long stepRun, int attempt) {
        var trip = new RoundTrip();
        var found = trip.ask(row -> of(run(row), row, attempt), FIND, attempt, attempt, attempt, attempt, stepRun);
        trip.travel(database);
        return found.rows().stream().findFirst();
    }

    private static Brief of(Brief.Run run, ResultSet row, int attempt) throws SQLException {
        var known = new Known(
                startedAt(row),
                requireNonNullElse(Json.values(row.getString("memo")), Map.of()),
                row.getBoolean("at_work"));
        return of(run, row, attempt, known);
    }

    /** The attempt that a task has just started, in a row of {@link #TASK} with its status and its start. */
    static Optional<Brief> started(Brief.Run run, ResultSet row) throws SQLException {
        return row.getInt("status") == Status.RUNNING.code()
                ? Optional.of(of(run, row, row.getInt("attempt"), new Known(startedAt(row), Map.of(), true)))
                : Optional.empty();
    }

    private static Instant startedAt(ResultSet row) throws SQLException {
        var started = row.getObject("started_at", OffsetDateTime.class);
        return started == null ? Instant.EPOCH : started.toInstant();
    }

    private record Known(Instant startedAt, Map<String, Object> memo, boolean atWork) {}

    private static Brief of(Brief.Run run, ResultSet row, int attempt, Known known) throws SQLException {
        return new Brief(
                run,
                row.getLong("id"),
                attempt,
                row.getString("name"),
                row.getString("display_name"),
                row.getString("task_type"),
                requireNonNullElse(Json.values(row.getString("input")), Map.of()),
                Json.values(row.getString("undoes")),
                Duration.ofSeconds(row.getInt("time_limit_seconds")),
                known.startedAt(),
                known.memo(),
                known.atWork(),
                null);
    }

    /** The execution in a row that has the columns of {@link #FIND}. */
    static Brief.Run run(ResultSet row) throws SQLException {
        @Nullable String traceParent = row.getString("trace_parent");
        return new Brief.Run(
                row.getLong("execution_id"),
                row.getObject("release_task_id", UUID.class),
                row.getString("release_name"),
                row.getInt("no"),
                row.getString("project_id"),
                row.getString("region_id"),
                row.getString("started_by"),
                traceParent);
    }
}
