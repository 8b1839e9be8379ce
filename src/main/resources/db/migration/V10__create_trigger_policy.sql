-- When a release task is executed by itself. Without a row, and without hooks, only by hand.
create table trigger_policy (
  release_task_id uuid primary key references release_task on delete cascade,
  -- the schedules, as [{"schedule": "0 0 9 ? * MON *", "offset_hours": 8}]
  hooks jsonb not null,
  -- the fields of the form as they were filled in; null where the schedules came by REST
  timing jsonb,
  -- the names of the tasks to run; null: all, whatever is added later
  tasks jsonb,
  -- on whose behalf it is executed, with the rights of that moment
  set_by varchar(128) not null,
  set_by_name varchar(128) not null,
  set_at timestamptz not null,
  -- due times up to here have their row in trigger_start, or were before the policy
  handled_until timestamptz not null,
  -- counts how often it was set; the job of an older revision has nothing to do any more
  revision int not null
);

create sequence trigger_start_seq increment by 50;
create table trigger_start (
  id bigint primary key,
  release_task_id uuid not null references release_task on delete cascade,
  due_at timestamptz not null,
  outcome varchar(8) not null check (outcome in ('STARTED', 'SKIPPED', 'MISSED', 'FAILED')),
  execution_no int,
  reason text not null,
  recorded_at timestamptz not null,
  check ((outcome = 'STARTED') = (execution_no is not null)),
  -- One start per due time, from however many nodes; the history reads it backwards.
  unique (release_task_id, due_at)
);

alter table execution add column trigger_kind varchar(8) not null default 'PERSON' check (trigger_kind in ('PERSON', 'SCHEDULE'));
