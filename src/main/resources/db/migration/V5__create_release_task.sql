create table release_task (
  id uuid primary key,
  project_id varchar(36) not null references project,
  region_id varchar(64) not null references region,
  name varchar(64) not null,
  description varchar(128) not null default '',
  -- Best Effort Policy off and on
  fail_mode varchar(8) not null check (fail_mode in ('STOP', 'CONTINUE')),
  created_by varchar(128) not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- what the list sorts by and links to; kept by the verb that starts an execution
  executions int not null default 0,
  latest_execution_id bigint,
  last_executed_at timestamptz,
  version int not null,
  unique (project_id, region_id, name)
);
-- The list's other orders; by name it reads the unique index above.
create index release_task_by_execution on release_task (project_id, region_id, last_executed_at desc nulls last, id);
create index release_task_by_creation on release_task (project_id, region_id, created_at desc, id);

create sequence phase_seq increment by 50;
create table phase (
  id bigint primary key,
  release_task_id uuid not null references release_task on delete cascade,
  name varchar(64) not null,
  display_name varchar(64) not null,
  order_index int not null,
  unique (release_task_id, name),
  unique (release_task_id, order_index) deferrable initially deferred
);

create sequence step_group_seq increment by 50;
create table step_group (
  id bigint primary key,
  phase_id bigint not null references phase on delete cascade,
  order_index int not null,
  unique (phase_id, order_index) deferrable initially deferred
);

create sequence step_seq increment by 50;
create table step (
  id bigint primary key,
  step_group_id bigint not null references step_group on delete cascade,
  -- repeated from the phase, so that the database can hold the name unique in the release task
  release_task_id uuid not null references release_task on delete cascade,
  name varchar(64) not null,
  display_name varchar(64) not null,
  task_type varchar(32) not null,
  order_index int not null,
  input jsonb not null,
  -- null: the default of the configuration
  time_limit_seconds int check (time_limit_seconds > 0),
  unique (release_task_id, name),
  unique (step_group_id, order_index) deferrable initially deferred
);
