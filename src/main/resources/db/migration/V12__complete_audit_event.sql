-- From where it was done. What was recorded before was done in the console or by the engine; the rewrite of a column
-- fires no trigger, so the rows stay as untouched as they are to anybody else.
alter table audit_event add column channel varchar(16), add column address varchar(64);
alter table audit_event
  alter column channel type varchar(16) using case actor when 'slipway' then 'ENGINE' else 'CONSOLE' end,
  alter column address type varchar(64) using left(detail ->> 'address', 64);
alter table audit_event
  alter column channel set not null,
  add check (channel in ('CONSOLE', 'API', 'SCHEDULE', 'ENGINE'));

-- Emptying the table is a change as well.
create trigger audit_event_is_never_emptied before truncate on audit_event
  for each statement execute function refuse_change();
-- The owner of the table needs no right that it never uses.
revoke update, delete, truncate on audit_event from current_user;

-- Ids come from a sequence in blocks, so a node's ids say nothing about time between nodes: the trail is read by time.
drop index audit_event_by_project;
drop index audit_event_by_object;
create index audit_event_by_time on audit_event (project_id, at, id);
create index audit_event_by_actor on audit_event (project_id, actor, at, id);
create index audit_event_by_kind on audit_event (project_id, kind, at, id);
create index audit_event_by_object on audit_event (project_id, object_type, object_id, at, id);
