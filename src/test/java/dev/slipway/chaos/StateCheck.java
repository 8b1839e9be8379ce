package dev.slipway.chaos;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Where everything stands at the end: nothing is open, nothing is left over, and states follow from the tasks. */
record StateCheck(History history, Postgres postgres, Findings findings) {

    private static final String MISCOUNTED =
            """
            select execution_id || ' phase ' || p.phase_index from phase_run p where
              (running, waiting, succeeded, failed, waived, skipped) <> (
                select count(*) filter (where status = 4), count(*) filter (where status = 5),
                  count(*) filter (where status = 2), count(*) filter (where status = 3),
                  count(*) filter (where status = 9 and waived_at is not null),
                  count(*) filter (where status = 9 and waived_at is null)
                from step_run s where s.execution_id = p.execution_id and s.phase_index = p.phase_index)
            """;

    void check() throws SQLException {
        none("a job is left over", "select task_instance from scheduled_tasks");
        none("a component is held", "select name || ' for ' || held_for from component where held_by is not null");
        none("a phase is miscounted", MISCOUNTED);
        none(
                "a decision was spent twice",
                "select step_run_id from decision group by step_run_id, attempt having count(*) > 1");
        none(
                "two executions of a release task are active",
                "select release_task_id from execution where ended_at is null group by 1 having count(*) > 1");
        history.executions().forEach(this::check);
    }

    private void none(String what, String sql) throws SQLException {
        findings.expect(postgres.texts(sql).isEmpty(), "%s: %s", what, postgres.texts(sql));
    }

    private void check(History.Execution execution) {
        var steps = history.steps().values().stream()
                .filter(step -> step.execution() == execution.id())
                .toList();
        var forward = execution.way().equals("FORWARD");
        findings.expect(
                List.of(forward ? 2 : 11, forward ? 3 : 12).contains(execution.status()) && execution.endedAt() != null,
                "%s never ended: it is %d",
                execution.title(),
                execution.status());
        findings.expect(
                steps.stream().noneMatch(step -> step.status() == 4 || step.status() == 5),
                "%s has ended with tasks at work",
                execution.title());
        var failed = steps.stream().anyMatch(step -> step.status() == 3);
        var left = steps.stream().anyMatch(step -> step.status() == 1);
        var well = execution.status() == (forward ? 2 : 11);
        findings.expect(
                !well || (!failed && !left), "%s is %d though tasks are not", execution.title(), execution.status());
        findings.expect(
                well || failed || wasTerminated(execution),
                "%s is %d though nothing failed",
                execution.title(),
                execution.status());
    }

    private boolean wasTerminated(History.Execution execution) {
        return Objects.requireNonNullElse(history.eventsByExecution().get(execution.id()), List.<History.Event>of())
                .stream()
                .anyMatch(event -> event.kind().equals("execution_terminated"));
    }
}
