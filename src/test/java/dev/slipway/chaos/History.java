package dev.slipway.chaos;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the database says has happened, read with plain SQL. */
record History(
        List<Execution> executions,
        Map<Long, Step> steps,
        List<Attempt> attempts,
        List<Event> events,
        List<Fault> faults) {

    private static final String EXECUTIONS =
            "select id, release_name || ' #' || no, way, fail_mode, status, ended_at, restarts from execution";

    private static final String STEPS =
            """
            select id, execution_id, phase_index, group_index, order_index, name, display_name, task_type, checkpoint,
              status, attempt, coalesce(input ->> 'url', ''), waived_at from step_run
            """;

    private static final String ATTEMPTS =
            """
            select id, attempt, status, started_at, ended_at, message from step_run where started_at is not null
            union all
            select step_run_id, attempt, status, started_at, ended_at, message from step_attempt
            """;

    private static final String EVENTS =
            """
            select at, kind, object_id, coalesce(detail ->> 'task', ''), coalesce(detail ->> 'attempt', '0')
            from audit_event where object_type = 'execution' order by at, id
            """;

    /** An execution; {@code title} names it in what the checker says. */
    record Execution(
            long id, String title, String way, String failMode, int status, @Nullable Instant endedAt, int restarts) {}

    /** A task of an execution as it is at the end; {@code url} is empty unless it is an HTTP Request. */
    record Step(
            long id,
            long execution,
            Place place,
            String name,
            String title,
            String type,
            boolean checkpoint,
            int status,
            int attempt,
            String url,
            @Nullable Instant waivedAt) {}

    /** Where a task is in its execution. */
    record Place(int phase, int group, int order) {}

    /** One attempt of a task. */
    record Attempt(
            long step, int no, int status, Instant startedAt, @Nullable Instant endedAt, @Nullable String message) {

        /** When it ended; far away if it did not. */
        Instant end() {
            return endedAt == null ? Instant.MAX : endedAt;
        }

        boolean isOpenAt(Instant time) {
            return !startedAt.isAfter(time) && end().isAfter(time);
        }

        /** The id under which targets and endpoints get its orders, as the design says. */
        String order() {
            return "%d-%d-%s".formatted(step, no, Long.toString(startedAt.toEpochMilli(), Character.MAX_RADIX));
        }
    }

    /** A line of the audit trail about an execution. */
    record Event(Instant at, String kind, long execution, String task, int attempt) {}

    static History read(Postgres postgres, List<Fault> faults) throws SQLException {
        return new History(
                postgres.query(EXECUTIONS, History::execution),
                postgres.query(STEPS, History::step).stream().collect(Collectors.toMap(Step::id, Function.identity())),
                postgres.query(
                        ATTEMPTS,
                        row -> new Attempt(
                                row.number(1), row.count(2), row.count(3), row.instant(4), row.time(5), row.text(6))),
                postgres.query(
                        EVENTS,
                        row -> new Event(
                                row.instant(1),
                                row.string(2),
                                Long.parseLong(row.string(3)),
                                row.string(4),
                                Integer.parseInt(row.string(5)))),
                faults);
    }

    private static Execution execution(Row row) throws SQLException {
        return new Execution(
                row.number(1), row.string(2), row.string(3), row.string(4), row.count(5), row.time(6), row.count(7));
    }

    private static Step step(Row row) throws SQLException {
        return new Step(
                row.number(1),
                row.number(2),
                new Place(row.count(3), row.count(4), row.count(5)),
                row.string(6),
                row.string(7),
                row.string(8),
                row.is(9),
                row.count(10),
                row.count(11),
                row.string(12),
                row.time(13));
    }

    Step step(Attempt attempt) {
        return step(attempt.step());
    }

    Step step(long id) {
        var step = steps.get(id);
        if (step == null) {
            throw new AssertionError("There is no task " + id);
        }
        return step;
    }

    String title(Attempt attempt) {
        return "%s of task %d (%s), attempt %d"
                .formatted(step(attempt).name(), attempt.step(), step(attempt).type(), attempt.no());
    }

    Map<Long, List<Attempt>> attemptsByExecution() {
        return attempts.stream()
                .collect(Collectors.groupingBy(attempt -> step(attempt).execution()));
    }

    Map<Long, List<Event>> eventsByExecution() {
        return events.stream().collect(Collectors.groupingBy(Event::execution));
    }

    /** Whether anything was broken in this time, or just before it. */
    boolean wasDisturbed(Instant from, Instant to) {
        return faults.stream().anyMatch(fault -> fault.touches(from.minusSeconds(1), to));
    }
}
