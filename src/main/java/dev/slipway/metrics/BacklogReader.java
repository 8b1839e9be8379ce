package dev.slipway.metrics;

import dev.slipway.execution.Status;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks the database what waits: once in a while, however often somebody wants to know. All questions are answered from
 * indexes that hold only what waits, and none counts further than anybody needs to know.
 */
@ApplicationScoped
class BacklogReader {

    private static final Logger LOG = Logger.getLogger(BacklogReader.class);

    // By scheduled_tasks_by_execution_time.
    private static final String JOBS =
            """
            select count(*) filter (where not picked), count(*) filter (where picked),
              coalesce(extract(epoch from now() - min(execution_time) filter (where not picked)), 0)
            from (select picked, execution_time from scheduled_tasks
              where execution_time <= now() order by execution_time limit 100000) as due
            """;

    // By one_active_execution, whose condition this is.
    private static final String EXECUTIONS =
            "select status, count(*) from execution where status in (4, 5, 7, 10, 13, 14) group by status";

    // By phase_run_waiting.
    private static final String DECISIONS =
            """
            select count(*) filter (where started_at > now() - interval '1 hour'),
              count(*) filter (where started_at <= now() - interval '1 hour' and started_at > now() - interval '1 day'),
              count(*) filter (where started_at <= now() - interval '1 day')
            from (select step.started_at from phase_run phase
              join step_run step on step.execution_id = phase.execution_id and step.phase_index = phase.phase_index
              where phase.waiting > 0 and step.status = 5 limit 100000) as waiting
            """;

    // By webhook_delivery_due.
    private static final String OUTBOX =
            "select count(*) from (select 1 from webhook_delivery where state = 'PENDING' limit 100000) as pending";

    private final AgroalDataSource database;
    private final MetricsConfig config;
    private Backlog last = Backlog.UNKNOWN;
    private long readAt = Long.MIN_VALUE;

    BacklogReader(AgroalDataSource database, MetricsConfig config) {
        this.database = database;
        this.config = config;
    }

    /** What waits, or waited a short time ago. */
    synchronized Backlog read() {
        var now = System.nanoTime();
        if (readAt == Long.MIN_VALUE || now - readAt > config.refresh().toNanos()) {
            last = ask();
            readAt = now;
        }
        return last;
    }

    private Backlog ask() {
        try (var connection = database.getConnection()) {
            return ask(connection);
        } catch (SQLException e) {
            LOG.debugf(e, "Nobody knows what waits");
            return Backlog.UNKNOWN;
        }
    }

    private static Backlog ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var jobs = one(statement.executeQuery(JOBS))) {
            var due = jobs.getDouble(1);
            var taken = jobs.getDouble(2);
            var oldest = jobs.getDouble(3);
            return new Backlog(due, oldest, taken, executions(connection), decisions(connection), outbox(connection));
        }
    }

    private static Map<Status, Double> executions(Connection connection) throws SQLException {
        var executions = new EnumMap<Status, Double>(Status.class);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(EXECUTIONS)) {
            while (rows.next()) {
                executions.put(Status.ofCode(rows.getInt(1)), rows.getDouble(2));
            }
        }
        return executions;
    }

    private static List<Double> decisions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = one(statement.executeQuery(DECISIONS))) {
            return List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3));
        }
    }

    private static double outbox(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = one(statement.executeQuery(OUTBOX))) {
            return row.getDouble(1);
        }
    }

    private static ResultSet one(ResultSet rows) throws SQLException {
        rows.next();
        return rows;
    }
}
