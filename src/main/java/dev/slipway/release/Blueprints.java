package dev.slipway.release;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.slipway.execution.FailMode;
import dev.slipway.execution.Plan;
import dev.slipway.project.UnknownRecord;
import dev.slipway.sql.Json;
import dev.slipway.sql.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads release tasks as whoever executes them needs them: under their lock, in one round trip, without entities. */
@ApplicationScoped
class Blueprints {

    private static final String LOCK =
            """
            select id, project_id, region_id, name, description, fail_mode, revision, executions
            from release_task where id = ? for update
            """;

    // Its own statement: it must see what whoever had the lock before has saved.
    private static final String TASKS =
            """
            select phase.name as phase_name, phase.display_name as phase_display_name, phase.order_index as phase_index,
              step_group.order_index as group_index, step.name, step.display_name, step.task_type, step.input::text as input,
              step.time_limit_seconds
            from phase left join step_group on step_group.phase_id = phase.id left join step on step.step_group_id = step_group.id
            where phase.release_task_id = ?
            order by phase.order_index, step_group.order_index, step.order_index
            """;

    private final DataSource database;

    Blueprints(DataSource database) {
        this.database = database;
    }

    /**
     * A release task whose row is locked.
     *
     * @param executions how often it has been executed
     */
    record Blueprint(Plan.Release release, int executions, Definition definition) {}

    /**
     * Locks a release task in the caller's transaction, so that two who execute it at once come one after the other.
     *
     * @throws UnknownRecord if there is none
     */
    Blueprint locked(UUID id) {
        var trip = new RoundTrip();
        var heads = trip.ask(Head::of, LOCK, id);
        var tasks = trip.ask(Row::of, TASKS, id);
        trip.travel(database);
        var head = heads.rows().stream().findFirst().orElseThrow(() -> new UnknownRecord("release task", id));
        return head.with(phases(tasks.rows()));
    }

    private static List<Definition.Phase> phases(List<Row> rows) {
        return rows.stream().collect(groupingBy(Row::phaseIndex, LinkedHashMap::new, toList())).values().stream()
                .map(phase -> new Definition.Phase(
                        phase.get(0).phaseName(), phase.get(0).phaseDisplayName(), groups(phase)))
                .toList();
    }

    private static List<Definition.Group> groups(List<Row> phase) {
        return phase.stream()
                .filter(row -> row.groupIndex() != null)
                .collect(groupingBy(row -> requireNonNull(row.groupIndex()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(group -> new Definition.Group(group.stream()
                        .flatMap(row -> Stream.ofNullable(row.task()))
                        .toList()))
                .toList();
    }

    private record Head(Plan.Release release, String description, FailMode failMode, int executions) {

        static Head of(ResultSet row) throws SQLException {
            var release = new Plan.Release(
                    row.getObject("id", UUID.class),
                    row.getString("project_id"),
                    row.getString("region_id"),
                    row.getString("name"),
                    row.getInt("revision"));
            return new Head(
                    release,
                    row.getString("description"),
                    FailMode.valueOf(row.getString("fail_mode")),
                    row.getInt("executions"));
        }

        Blueprint with(List<Definition.Phase> phases) {
            return new Blueprint(release, executions, new Definition(release.name(), description, failMode, phases));
        }
    }

    /** A task with where it is; or a phase or a group without any. */
    private record Row(
            int phaseIndex,
            String phaseName,
            String phaseDisplayName,
            @Nullable Integer groupIndex,
            Definition.@Nullable Task task) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getInt("phase_index"),
                    row.getString("phase_name"),
                    row.getString("phase_display_name"),
                    row.getObject("group_index", Integer.class),
                    task(row));
        }

        private static Definition.@Nullable Task task(ResultSet row) throws SQLException {
            var name = row.getString("name");
            return name == null
                    ? null
                    : new Definition.Task(
                            name,
                            row.getString("display_name"),
                            row.getString("task_type"),
                            requireNonNull(Json.values(row.getString("input"))),
                            row.getObject("time_limit_seconds", Integer.class));
        }
    }
}
