create sequence audit_event_seq increment by 50;
create table audit_event (
  id bigint primary key,
  at timestamptz not null,
  project_id varchar(36),
  -- the user name, or "slipway" where the engine acted
  actor varchar(128) not null,
  -- past tense: release_task_executed, decision_made
  kind varchar(64) not null,
  object_type varchar(32) not null,
  object_id varchar(64) not null,
  object_name varchar(256) not null,
  detail jsonb not null
);
create index audit_event_by_object on audit_event (object_type, object_id, id);
create index audit_event_by_project on audit_event (project_id, id);

-- What happened stays what happened, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger audit_event_is_append_only before update or delete on audit_event
  for each row execute function refuse_change();
