package dev.slipway.testing;

import dev.slipway.execution.Status;
import java.util.UUID;

/** Years of releases in a project, put straight into the database. */
public final class Archive {

    private static final String RELEASES =
            """
                insert into release_task (id, project_id, region_id, name, description, fail_mode, created_by,
                  updated_by, created_at, updated_at, version)
                select gen_random_uuid(), ?1, ?2, 'archive-' || no, 'Number ' || no, 'STOP', 'Somebody', 'Somebody',
                  timestamptz '2024-01-01' + no * interval '1 minute', now(), 0
                from generate_series(1, ?3) no
                """;

    private static final String EXECUTIONS =
            """
                insert into execution (id, release_task_id, project_id, region_id, release_name, no, status, fail_mode,
                  current_phase, started_by, started_at, ended_at, change_no)
                select nextval('execution_seq'), release.id, release.project_id, release.region_id, release.name,
                  no, case when (no + substring(release.name from 9)::int) % 2 = 0 then ?1 else ?2 end, 'STOP', 0, 'Somebody',
                  timestamptz '2024-06-01' + no * interval '1 minute', timestamptz '2024-06-01' + no * interval '90 s', 1
                from release_task release,
                  generate_series(1, case when release.name = 'archive-1' then ?3 / 2 else ?3 / 2 / ?4 end) no
                where release.project_id = ?5 and release.name like 'archive-%'
                """;

    private static final String PHASES =
            """
                insert into phase_run (execution_id, phase_index, name, display_name, selected, skipped, running,
                  waiting, succeeded, failed, started_at, ended_at)
                select id, phase, 'phase-' || phase, 'Phase ' || phase, 5, 0, 0, 0, 5, 0, started_at, ended_at
                from execution, generate_series(0, 2) phase
                where project_id = ?1 and release_name like 'archive-%'
                """;

    private static final String LATEST =
            """
                update release_task release set executions = latest.no, latest_execution_id = latest.id,
                  last_executed_at = latest.started_at
                from (
                  select distinct on (release_task_id) release_task_id, no, id, started_at
                  from execution where project_id = ?1 order by release_task_id, no desc
                ) latest
                where release.id = latest.release_task_id and release.name like 'archive-%'
                """;

    private Archive() {}

    /**
     * Fills a project with release tasks that ended now well and now badly.
     *
     * @param releases how many release tasks
     * @param executions how many executions, half of them of one release task
     * @return the release task with the half
     */
    public static UUID fill(OwnProject project, int releases, int executions) {
        Rows.change(RELEASES, project.id(), Given.REGION, releases);
        var failed = Status.RELEASE_FAILED.code();
        Rows.change(EXECUTIONS, failed, Status.SUCCESSFUL.code(), executions, releases, project.id());
        Rows.change(PHASES, project.id());
        Rows.change(LATEST, project.id());
        Rows.change("analyze release_task, execution, phase_run");
        var busiest = "select id from release_task where project_id = ?1 and name = 'archive-1'";
        return (UUID) Rows.values(busiest, project.id()).get(0);
    }
}
