-- Tasks, decisions and logs of old executions go to files; see package archive. The rows of the executions stay.
-- archived_at says that the file is whole, emptied that the rows are gone, too, which is some time later.
alter table execution add column archived_at timestamptz;
alter table execution add column emptied boolean not null default false check (not emptied or archived_at is not null);
-- when they were last brought back for somebody who looked
alter table execution add column brought_back_at timestamptz;

-- What is old enough to go, and what can be emptied: see archive/Archiving.
create index execution_to_archive on execution (ended_at) where archived_at is null and ended_at is not null;
create index execution_to_empty on execution (archived_at) where archived_at is not null and not emptied;
