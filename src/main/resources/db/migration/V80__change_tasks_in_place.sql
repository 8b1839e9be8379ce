-- A task changes twice or more: it starts, and it ends. PostgreSQL writes the new row beside the old one and leaves all indexes
-- as they are (HOT) where no column of an index changes and the page has room. So no index may be on its status or on the number
-- of its last change: what waits for a person is found by its phase, which counts that, and what has changed since by its execution.
drop index step_run_waiting;
drop index step_run_by_change;
create index phase_run_waiting on phase_run (execution_id, phase_index) where waiting > 0;

alter table execution set (fillfactor = 80);
alter table phase_run set (fillfactor = 80);
alter table step_run set (fillfactor = 80);
