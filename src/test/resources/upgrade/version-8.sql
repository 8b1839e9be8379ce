-- What Slipway had written at schema version 8, the first that could execute a release, when it was switched off in the
-- middle: two checkpoints wait, a task waits and another one calls an endpoint on a node that is gone, one release failed.
insert into region (id, order_index) values ('local', 0);
insert into project (id, name, created_at) values ('0', 'default', now() - interval '1 day');
insert into app_user (id, username, display_name, password_hash, enabled, created_at)
values (1, 'admin', 'Administrator', '$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy', true, now());
insert into membership (user_id, project_id, role) values (1, '0', 'ADMIN');

insert into release_task (id, project_id, region_id, name, fail_mode, created_by, created_at, updated_at, executions,
  latest_execution_id, last_executed_at, version)
values
  ('00000000-0000-0000-0000-000000000001', '0', 'local', 'release-shop', 'STOP', 'Administrator', now(), now(), 1, 1, now(), 1),
  ('00000000-0000-0000-0000-000000000002', '0', 'local', 'release-payments', 'CONTINUE', 'Administrator', now(), now(), 1, 2, now(), 1),
  ('00000000-0000-0000-0000-000000000003', '0', 'local', 'release-broken', 'STOP', 'Administrator', now(), now(), 1, 3, now(), 1);

insert into execution (id, release_task_id, project_id, region_id, release_name, no, status, fail_mode, halted, current_phase,
  started_by, started_at, ended_at, message, change_no)
values
  (1, '00000000-0000-0000-0000-000000000001', '0', 'local', 'release-shop', 1, 4, 'STOP', false, 0, 'Administrator',
    now() - interval '1 minute', null, null, 4),
  (2, '00000000-0000-0000-0000-000000000002', '0', 'local', 'release-payments', 1, 5, 'CONTINUE', false, 0, 'Administrator',
    now() - interval '1 minute', null, null, 1),
  (3, '00000000-0000-0000-0000-000000000003', '0', 'local', 'release-broken', 1, 3, 'STOP', true, 0, 'Administrator',
    now() - interval '1 minute', now() - interval '30 seconds', null, 2);

insert into phase_run (execution_id, phase_index, name, display_name, selected, skipped, running, waiting, succeeded, failed,
  started_at, ended_at)
values
  (1, 0, 'prepare', 'Prepare', 4, 1, 2, 1, 1, 0, now() - interval '1 minute', null),
  (1, 1, 'verify', 'Verify', 1, 0, 0, 0, 0, 0, null, null),
  (2, 0, 'go', 'Go', 1, 0, 0, 1, 0, 0, now() - interval '1 minute', null),
  (3, 0, 'check', 'Check', 2, 0, 0, 0, 0, 1, now() - interval '1 minute', now() - interval '30 seconds');

insert into step_run (id, execution_id, phase_index, group_index, order_index, name, display_name, task_type, checkpoint,
  target, input, time_limit_seconds, status, attempt, started_at, ended_at, message, memo, output, change_no)
values
  (1, 1, 0, 0, 0, 'create-shop', 'Create shop', 'create_application', false, 'shop', '{"name": "shop"}', 1800, 2, 1,
    now() - interval '1 minute', now() - interval '59 seconds', 'shop was created.', null,
    '{"application": "shop", "created": true}', 2),
  (2, 1, 0, 0, 1, 'approve', 'Approve', 'manual_approval', true, 'by an approver', '{"instructions": "Look twice."}', 1800, 5, 1,
    now() - interval '59 seconds', null, null, null, null, 2),
  (3, 1, 0, 1, 0, 'settle', 'Let it settle', 'wait', false, 'for 62s', '{"seconds": 62}', 1862, 4, 1,
    now() - interval '1 minute', null, 'waits until later',
    json_build_object('until', to_char((now() + interval '2 seconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::jsonb,
    null, 3),
  (4, 1, 0, 2, 0, 'call', 'Call', 'http_request', false, 'GET endpoint', '{"url": "${endpoint}", "method": "POST"}', 1800, 4, 1,
    now() - interval '1 minute', null, null, null, null, 4),
  (5, 1, 0, 2, 1, 'left-out', 'Left out', 'wait', false, 'for 1s', '{"seconds": 1}', 1801, 9, 0,
    null, null, null, null, null, 0),
  (6, 1, 1, 0, 0, 'check', 'Check', 'http_request', false, 'GET endpoint', '{"url": "${endpoint}", "method": "POST"}', 1800, 1, 0,
    null, null, null, null, null, 0),
  (7, 2, 0, 0, 0, 'go', 'Go', 'manual_trigger', true, 'by hand', '{}', 1800, 5, 1,
    now() - interval '1 minute', null, null, null, null, 1),
  (8, 3, 0, 0, 0, 'check', 'Check', 'http_request', false, 'GET endpoint', '{"url": "${endpoint}", "method": "POST"}', 1800, 3, 1,
    now() - interval '1 minute', now() - interval '30 seconds', 'GET endpoint answered nothing.', null, null, 2),
  (9, 3, 0, 0, 1, 'after', 'After', 'wait', false, 'for 1s', '{"seconds": 1}', 1801, 1, 0,
    null, null, null, null, null, 0);

-- One job was in the hands of the node that is gone, the other one is due when its time is over.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
values
  ('step', '3-1', now() + interval '2 seconds', false, null, null, 2),
  ('step', '4-1', now() - interval '1 minute', true, 'gone', now() - interval '1 minute', 1);

insert into step_log (step_run_id, attempt, line_no, at, text) values (8, 1, 1, now(), 'GET endpoint: nothing');

alter sequence execution_seq restart with 51;
alter sequence step_run_seq restart with 51;
alter sequence app_user_seq restart with 51;
