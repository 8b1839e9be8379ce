package dev.slipway.execution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.slipway.project.UnknownRecord;
import dev.slipway.sql.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads where executions stand, in one round trip. */
@ApplicationScoped
class Ledger {

    // In one order, so that nobody waits for somebody who waits.
    private static final String LOCK =
            """
            select id as execution_id, release_task_id, release_name, no, project_id, region_id, started_by, trace_parent,
              status, change_no, current_phase, way, fail_mode, brake
            from execution where id = any (?) order by id for update
            """;

    private static final String LOCK_WHAT_IS_FREE = LOCK.strip() + " skip locked";

    // Its own statement: it must see what whoever had the lock before has done. The current phase, and those up to the
    // next one that has something to run: no event reaches further, unless it is about failures that are left behind.
    // Only the policy that goes on past failures has phases behind it in which something failed.
    private static final String STEPS =
            """
            with standing as materialized (
              select id, current_phase,
                case when restarts > 0 then 32767 else coalesce((
                  select later.phase_index from step_run later
                  where later.execution_id = execution.id and later.phase_index > current_phase and later.status = 1
                  order by later.phase_index limit 1), current_phase) end as last_phase,
                case when fail_mode = 'CONTINUE' then (
                  select count(*) from phase_run phase
                  where phase.execution_id = execution.id and phase.failed > 0 and phase.phase_index < current_phase)
                  else 0 end as failed_before
              from execution where id = any (?))
            select step.execution_id, step.id, step.phase_index, step.group_index, step.order_index, step.checkpoint,
              step.status, step.attempt, standing.failed_before
            from standing join step_run step on step.execution_id = standing.id
              and step.phase_index between standing.current_phase and standing.last_phase
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
        return read(LOCK, List.of(id), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownRecord("execution", String.valueOf(id)));
    }

    /**
     * Locks those of several executions that nobody else has locked, in the caller's transaction. It waits for none.
     *
     * @param known how some of them are thought to stand, by their ids
     * @return how they do; those are missing that are locked, gone, or stand otherwise than was thought
     */
    Map<Long, Standing> lockedIfFree(Collection<Long> ids, Map<Long, Standing> known) {
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).toList();
        return read(LOCK_WHAT_IS_FREE, ids, unknown).stream()
                .map(found -> known.getOrDefault(found.run().id(), found).ifStill(found))
                .flatMap(Optional::stream)
                .collect(toMap(standing -> standing.run().id(), Function.identity()));
    }

    private List<Standing> read(String lock, Collection<Long> ids, Collection<Long> withSteps) {
        var trip = new RoundTrip();
        var heads = trip.ask(Head::of, lock, (Object) ids.toArray(Long[]::new));
        var steps = trip.ask(Read::of, STEPS, (Object) withSteps.toArray(Long[]::new));
        trip.travel(database);
        var byExecution = steps.rows().stream().collect(groupingBy(Read::execution));
        return heads.rows().stream()
                .map(head -> head.with(byExecution.getOrDefault(head.run().id(), List.of())))
                .toList();
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

        Standing with(List<Read> steps) {
            var failedBefore = steps.stream().mapToLong(Read::failedBefore).findFirst();
            var snapshot = new Snapshot(
                    way,
                    failMode,
                    brake,
                    failedBefore.orElse(0),
                    steps.stream().map(Read::step).toList());
            return new Standing(run, status, changeNo, currentPhase, snapshot);
        }
    }

    private record Read(long execution, Snapshot.Step step, long failedBefore) {

        static Read of(ResultSet row) throws SQLException {
            var step = new Snapshot.Step(
                    row.getLong(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getBoolean(6),
                    Status.ofCode(row.getInt(7)),
                    row.getInt(8));
            return new Read(row.getLong(1), step, row.getLong(9));
        }
    }
}
