-- Every committed change is announced here, so that no code path can forget to.
-- The payload is the topic that pages subscribe to; PostgreSQL sends equal ones of a transaction once.
create function announce_execution_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('slipway_change', 'execution:' || new.id);
  perform pg_notify('slipway_change', 'project:' || new.project_id);
  return null;
end
$$;
create trigger execution_is_announced after insert or update on execution
  for each row execute function announce_execution_change();

create function announce_step_log() returns trigger language plpgsql as $$
begin
  perform pg_notify('slipway_change', 'log:' || step_run_id) from (select distinct step_run_id from added) as lines;
  return null;
end
$$;
create trigger step_log_is_announced after insert on step_log
  referencing new table as added for each statement execute function announce_step_log();
