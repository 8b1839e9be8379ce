-- Who saved a release task last, and how often it was saved: an edit says which revision it began from.
alter table release_task add column updated_by varchar(128);
update release_task set updated_by = created_by;
alter table release_task alter column updated_by set not null;
alter table release_task add column revision int not null default 1;

alter table execution add column way varchar(8) not null default 'FORWARD' check (way in ('FORWARD', 'ROLLBACK'));
-- the number of the execution that a rollback undoes
alter table execution add column rolls_back_no int check ((way = 'ROLLBACK') = (rolls_back_no is not null));
alter table execution add column release_revision int not null default 1;
-- what keeps it from starting anything: STOPPED by a person, HALTED by a failure, a rejection or Terminate
alter table execution add column brake varchar(8) not null default 'OFF' check (brake in ('OFF', 'STOPPED', 'HALTED'));
update execution set brake = 'HALTED' where halted;
alter table execution drop column halted;
alter table execution add column restarts int not null default 0;
alter table execution add column remark varchar(256);

-- Failed tasks that somebody let the execution go on past.
alter table phase_run add column waived int not null default 0;

alter table step_run add column waived_by varchar(128);
alter table step_run add column waived_because varchar(1000);
alter table step_run add column waived_at timestamptz;
-- what undoing its attempt needs to know, and in a rollback what it undoes
alter table step_run add column undo jsonb;
alter table step_run add column undoes jsonb;

-- Attempts that a later one has followed, as they ended.
create table step_attempt (
  step_run_id bigint not null references step_run on delete cascade,
  attempt int not null,
  status smallint not null,
  started_at timestamptz,
  ended_at timestamptz,
  message text,
  memo jsonb,
  output jsonb,
  undo jsonb,
  primary key (step_run_id, attempt)
);

-- A component is held by one attempt: an older one that is cleaned up must not let go what a newer one holds.
alter table component add column held_attempt int;
update component set held_attempt = 1 where held_by is not null;

-- Terminal states absorb: 2 successful and 9 skipped for good. 3 release failed is left only by a retry, for which the
-- execution restarts (14), or by somebody who skips it and says why.
create or replace function keep_terminal_step_run() returns trigger language plpgsql as $$
begin
  if new.attempt < old.attempt
      or (old.status in (2, 9) and new.status <> old.status)
      or (old.status = 3 and new.status = 9 and new.waived_because is null)
      or (old.status = 3 and new.status not in (3, 9)
          and (select status from execution where id = old.execution_id) <> 14) then
    raise exception 'step run % may not go from % (attempt %) to % (attempt %)',
      old.id, old.status, old.attempt, new.status, new.attempt using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

-- Whoever is gone holds nothing.
create function let_components_go() returns trigger language plpgsql as $$
begin
  update component set held_by = null, held_attempt = null, held_for = null, held_since = null
  where held_by in (select id from gone);
  return null;
end
$$;
create trigger step_run_lets_components_go after delete on step_run
  referencing old table as gone for each statement execute function let_components_go();
