-- One run of a release task. Names are kept as they were, so that an old record shows the process as it was then.
create sequence execution_seq increment by 50;
create table execution (
  id bigint primary key,
  release_task_id uuid not null references release_task on delete cascade,
  project_id varchar(36) not null,
  region_id varchar(64) not null,
  release_name varchar(64) not null,
  no int not null,
  status smallint not null,
  fail_mode varchar(8) not null check (fail_mode in ('STOP', 'CONTINUE')),
  -- set by the first failure under STOP and by a rejection: nothing new starts
  halted boolean not null,
  current_phase int not null,
  started_by varchar(128) not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  message text,
  -- counts the changes of this execution; a page that knows change 7 asks for what came after
  change_no bigint not null,
  unique (release_task_id, no)
);
-- One active execution per release task, whoever asks and from how many nodes.
create unique index one_active_execution on execution (release_task_id) where status in (4, 5, 7, 10, 13, 14);

create table phase_run (
  execution_id bigint not null references execution on delete cascade,
  phase_index int not null,
  name varchar(64) not null,
  display_name varchar(64) not null,
  -- how many of its tasks were selected, and where those stand
  selected int not null,
  skipped int not null,
  running int not null,
  waiting int not null,
  succeeded int not null,
  failed int not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (execution_id, phase_index)
);

create sequence step_run_seq increment by 50;
create table step_run (
  id bigint primary key,
  execution_id bigint not null references execution on delete cascade,
  phase_index int not null,
  group_index int not null,
  order_index int not null,
  name varchar(64) not null,
  display_name varchar(64) not null,
  task_type varchar(32) not null,
  checkpoint boolean not null,
  -- what it acts on, in words: "storefront in local"
  target varchar(256) not null,
  input jsonb not null,
  time_limit_seconds int not null,
  status smallint not null,
  attempt int not null,
  started_at timestamptz,
  ended_at timestamptz,
  message text,
  -- what the task type wants to remember between two looks at the same attempt
  memo jsonb,
  output jsonb,
  change_no bigint not null,
  unique (execution_id, name),
  unique (execution_id, phase_index, group_index, order_index)
);
-- The inbox: what waits for a person. Small, however long the history.
create index step_run_waiting on step_run (execution_id) where status = 5;
-- Catching up after a lost connection.
create index step_run_by_change on step_run (execution_id, change_no);

create sequence decision_seq increment by 50;
create table decision (
  id bigint primary key,
  step_run_id bigint not null references step_run on delete cascade,
  attempt int not null,
  verdict varchar(8) not null check (verdict in ('AGREE', 'REJECT')),
  username varchar(128) not null,
  display_name varchar(128) not null,
  comments varchar(1000) not null,
  decided_at timestamptz not null,
  -- a decision is spent once
  unique (step_run_id, attempt)
);

create table step_log (
  step_run_id bigint not null references step_run on delete cascade,
  attempt int not null,
  line_no bigint not null,
  at timestamptz not null,
  text text not null,
  primary key (step_run_id, attempt, line_no)
);

-- Terminal states absorb: 2 successful and 9 skipped for good, 3 release failed until a new attempt.
create function keep_terminal_step_run() returns trigger language plpgsql as $$
begin
  if new.attempt < old.attempt
      or (old.status in (2, 9) and new.status <> old.status)
      or (old.status = 3 and new.status <> 3 and new.attempt = old.attempt) then
    raise exception 'step run % may not go from % (attempt %) to % (attempt %)',
      old.id, old.status, old.attempt, new.status, new.attempt using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger step_run_terminal_states before update on step_run
  for each row when (old.status in (2, 3, 9) or new.attempt < old.attempt) execute function keep_terminal_step_run();

-- An execution leaves 2, 3, 11 and 12 only by a retry, which goes to 14 first.
create function keep_terminal_execution() returns trigger language plpgsql as $$
begin
  raise exception 'execution % may not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
end
$$;
create trigger execution_terminal_states before update on execution
  for each row when (old.status in (2, 3, 11, 12) and new.status not in (old.status, 14)) execute function keep_terminal_execution();
