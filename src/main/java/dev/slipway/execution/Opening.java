package dev.slipway.execution;

import static java.util.stream.Collectors.toMap;

import dev.slipway.sql.Json;
import dev.slipway.sql.RoundTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an execution begins: its plan, as it stands once its first tasks have started. That is written down at once, rather than
 * an execution in which nothing runs and then what has changed of it.
 *
 * @param steps the tasks of the plan in its order, with their ids
 */
record Opening(long id, Plan plan, List<Step> steps, Changes changes) {

    /** A task of the plan as it stands before anything has started. */
    record Step(Plan.Step planned, Snapshot.Step before) {}

    // The number of its changes is 1: it has started. What is not named here is as the table says.
    private static final String EXECUTION =
            """
            insert into execution (id, release_task_id, project_id, region_id, release_name, no, fail_mode, way, rolls_back_no,
              release_revision, trigger_kind, started_by, started_at, trace_parent, status, brake, current_phase, change_no)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::int, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """;

    private static final String PHASES =
            """
            insert into phase_run (execution_id, phase_index, name, display_name, selected, skipped, running, waiting, succeeded,
              failed, started_at)
            select ?, phase_index, name, display_name, selected, skipped, running, waiting, 0, 0,
              case when running + waiting > 0 then ?::timestamptz end
            from jsonb_to_recordset(?::jsonb) as phase (phase_index int, name text, display_name text, selected int, skipped int,
              running int, waiting int)
            """;

    // What has started is at its first attempt, and was changed by that first change.
    private static final String STEPS =
            """
            insert into step_run (id, execution_id, phase_index, group_index, order_index, name, display_name, task_type,
              checkpoint, target, input, undoes, time_limit_seconds, status, attempt, started_at, change_no)
            select id, ?, phase_index, group_index, order_index, name, display_name, task_type, checkpoint, target, input, undoes,
              time_limit_seconds, status, attempt, case when attempt > 0 then ?::timestamptz end, attempt
            from jsonb_to_recordset(?::jsonb) as step (id bigint, phase_index int, group_index int, order_index int, name text,
              display_name text, task_type text, checkpoint boolean, target text, input jsonb, undoes jsonb,
              time_limit_seconds int, status smallint, attempt int)
            """;

    private static final String RELEASE_TASK =
            """
            update release_task set executions = ?, latest_execution_id = ?, last_executed_at = ?, version = version + 1 where id = ?
            """;

    /**
     * Lets a plan begin.
     *
     * @param steps ids for its tasks, in its order, and maybe more
     */
    static Opening of(Plan plan, long id, List<Long> steps) {
        var opened = new ArrayList<Step>();
        for (int phase = 0; phase < plan.phases().size(); phase++) {
            var groups = plan.phases().get(phase).groups();
            for (int group = 0; group < groups.size(); group++) {
                for (int order = 0; order < groups.get(group).size(); order++) {
                    var planned = groups.get(group).get(order);
                    var before = new Snapshot.Step(
                            steps.get(opened.size()),
                            phase,
                            group,
                            order,
                            planned.type().checkpoint(),
                            planned.status(),
                            0);
                    opened.add(new Step(planned, before));
                }
            }
        }
        var before = new Snapshot(
                plan.way(),
                plan.failMode(),
                Snapshot.Brake.OFF,
                0,
                opened.stream().map(Step::before).toList());
        return new Opening(id, plan, opened, ReleaseProcess.next(before, new Event.Started()));
    }

    /** Adds everything, and what the release task says of its latest execution. */
    void addTo(RoundTrip trip, String by, Instant at, @Nullable String traceParent) {
        trip.change(
                EXECUTION,
                id,
                plan.release().id(),
                plan.release().projectId(),
                plan.release().regionId(),
                plan.release().name(),
                plan.no(),
                plan.failMode().name(),
                plan.way().name(),
                plan.rollsBack(),
                plan.release().revision(),
                plan.trigger().name(),
                by,
                at,
                traceParent,
                changes.status().code(),
                changes.brake().name(),
                changes.steps().stream().mapToInt(Snapshot.Step::phase).max().orElse(0));
        trip.change(PHASES, id, at, Json.rows(phaseRows()));
        trip.change(STEPS, id, at, Json.rows(stepRows()));
        trip.change(RELEASE_TASK, plan.no(), id, at, plan.release().id());
    }

    /** What whoever wants to know is told of it. */
    Transition transition(Instant at) {
        return new Transition(id, plan.release().projectId(), null, changes.status(), 1, changes.asking(), at);
    }

    private List<Map<String, @Nullable Object>> phaseRows() {
        return IntStream.range(0, plan.phases().size()).mapToObj(this::phaseRow).toList();
    }

    private Map<String, @Nullable Object> phaseRow(int index) {
        var phase = plan.phases().get(index);
        var selected = phase.steps().stream().filter(Plan.Step::selected).count();
        var row = new HashMap<String, @Nullable Object>();
        row.put("phase_index", index);
        row.put("name", phase.name());
        row.put("display_name", phase.displayName());
        row.put("selected", selected);
        row.put("skipped", phase.steps().size() - selected);
        row.put("running", count(index, Status.RUNNING));
        row.put("waiting", count(index, Status.TO_BE_APPROVED));
        return row;
    }

    private long count(int phase, Status status) {
        return changes.steps().stream()
                .filter(step -> step.phase() == phase && step.status() == status)
                .count();
    }

    private List<Map<String, @Nullable Object>> stepRows() {
        var moved = changes.steps().stream().collect(toMap(Snapshot.Step::id, Function.identity()));
        return steps.stream()
                .map(step ->
                        stepRow(step.planned(), moved.getOrDefault(step.before().id(), step.before())))
                .toList();
    }

    private static Map<String, @Nullable Object> stepRow(Plan.Step planned, Snapshot.Step now) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", now.id());
        row.put("phase_index", now.phase());
        row.put("group_index", now.group());
        row.put("order_index", now.order());
        row.put("name", planned.name());
        row.put("display_name", planned.displayName());
        row.put("task_type", planned.type().id());
        row.put("checkpoint", now.checkpoint());
        row.put("target", planned.target());
        row.put("input", planned.input());
        row.put("undoes", planned.undoes());
        row.put("time_limit_seconds", planned.timeLimit().toSeconds());
        row.put("status", now.status().code());
        row.put("attempt", now.attempt());
        return row;
    }
}
