package dev.slipway.execution;

import dev.slipway.project.UnknownRecord;
import dev.slipway.sql.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads where an execution stands, in one round trip. */
@ApplicationScoped
class Ledger {

    private static final String LOCK =
            """
            select id as execution_id, release_task_id, release_name, no, project_id, region_id, started_by, trace_parent,
              status, change_no, current_phase, way, fail_mode, brake
            from execution where id = ? for update
            """;

    // Its own statement: it must see what whoever had the lock before has done. The current phase, and those up to the
    // next one that has something to run: no event reaches further, unless it is about failures that are left behind.
    // Only the policy that goes on past failures has phases behind it in which something failed.
    private static final String STEPS =
            """
            select step.id, step.phase_index, step.group_index, step.order_index, step.checkpoint, step.status, step.attempt,
              case when execution.fail_mode = 'CONTINUE' then (
                select count(*) from phase_run phase join execution on execution.id = phase.execution_id
                where execution.id = ? and phase.failed > 0 and phase.phase_index < execution.current_phase) else 0 end
            from execution join step_run step on step.execution_id = execution.id
              and step.phase_index >= execution.current_phase
              and step.phase_index <= case when execution.restarts > 0 then 32767 else coalesce((
                select later.phase_index from step_run later
                where later.execution_id = execution.id and later.phase_index > execution.current_phase and later.status = 1
                order by later.phase_index limit 1), execution.current_phase) end
            where execution.id = ?
            """;

    private final DataSource database;

    Ledger(DataSource database) {
        this.database = database;
    }

    /**
     * Locks an execution, in the caller's transaction: whoever changes one does it alone.
     *
     * @throws UnknownRecord if there is none
     */
    Standing locked(long id) {
        var trip = new RoundTrip();
        var execution = trip.ask(Head::of, LOCK, id);
        var steps = trip.ask(Ledger::step, STEPS, id, id);
        trip.travel(database);
        var head = execution.rows().stream()
                .findFirst()
                .orElseThrow(() -> new UnknownRecord("execution", String.valueOf(id)));
        var snapshot = new Snapshot(
                head.way(),
                head.failMode(),
                head.brake(),
                steps.rows().stream().mapToLong(Read::failedBefore).findFirst().orElse(0),
                steps.rows().stream().map(Read::step).toList());
        return new Standing(head.run(), head.status(), head.changeNo(), head.currentPhase(), snapshot);
    }

    private record Head(
            Brief.Run run,
            Status status,
            long changeNo,
            int currentPhase,
            Snapshot.Way way,
            FailMode failMode,
            Snapshot.Brake brake) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    Briefs.run(row),
                    Status.ofCode(row.getInt("status")),
                    row.getLong("change_no"),
                    row.getInt("current_phase"),
                    Snapshot.Way.valueOf(row.getString("way")),
                    FailMode.valueOf(row.getString("fail_mode")),
                    Snapshot.Brake.valueOf(row.getString("brake")));
        }
    }

    private record Read(Snapshot.Step step, long failedBefore) {}

    private static Read step(ResultSet row) throws SQLException {
        var step = new Snapshot.Step(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getBoolean(5),
                Status.ofCode(row.getInt(6)),
                row.getInt(7));
        return new Read(step, row.getLong(8));
    }
}
