package dev.slipway.bench;

import dev.slipway.project.Project;
import dev.slipway.testing.Given;
import dev.slipway.testing.Rows;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Many release tasks of the default project, all alike: one phase with one group of tasks that do nothing. */
final class SerialReleases {

    private static final String COPY =
            """
            with release as (
              insert into release_task (id, project_id, region_id, name, description, fail_mode, created_by, updated_by,
                created_at, updated_at, version)
              select gen_random_uuid(), project_id, region_id, name || '-' || no, '', fail_mode, created_by, updated_by,
                created_at, updated_at, 0
              from release_task, generate_series(2, ?2) no where id = ?1
              returning id
            ), phase as (
              insert into phase (id, release_task_id, name, display_name, order_index)
              select nextval('phase_seq') * 50 + 1000000, release.id, 'phase-1', 'Phase 1', 0 from release
              returning id, release_task_id
            ), step_group as (
              insert into step_group (id, phase_id, order_index)
              select nextval('step_group_seq') * 50 + 1000000, phase.id, 0 from phase
              returning id, phase_id
            )
            insert into step (id, step_group_id, release_task_id, name, display_name, task_type, order_index, input)
            select nextval('step_seq') * 50 + 1000000, step_group.id, phase.release_task_id, step.name, step.display_name,
              step.task_type, step.order_index, step.input
            from step_group join phase on phase.id = step_group.phase_id, step where step.release_task_id = ?1
            """;

    private SerialReleases() {}

    /** Creates so many release tasks of so many tasks, which are called 1, 2, 3 and so on after their prefix. */
    static List<UUID> create(int releases, int tasks, String prefix) {
        var group = Given.group(IntStream.rangeClosed(1, tasks)
                .mapToObj(no -> Given.scripted(prefix + no))
                .toArray(Given.Task[]::new));
        return copies(releases, group);
    }

    /** Creates so many release tasks of one phase with one group. */
    static List<UUID> copies(int releases, Given.Group group) {
        var first = Given.release("serial").phase(group).create();
        Rows.change(COPY, first, releases);
        Rows.change("analyze release_task, phase, step_group, step");
        return Rows.values(
                        "select id from release_task where project_id = ?1 and name like 'serial%' order by name",
                        Project.DEFAULT_ID)
                .stream()
                .map(UUID.class::cast)
                .toList();
    }
}
