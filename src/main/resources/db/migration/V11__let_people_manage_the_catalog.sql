-- Counts what people have saved, so that the second of two who edit at once is told instead of overwriting the first.
-- What releases write to a component is no edit of it.
alter table project add edition int not null default 0;
alter table application add edition int not null default 0;
alter table environment add edition int not null default 0;
alter table component add edition int not null default 0;
alter table component add description varchar(128) not null default '';

-- Two projects whose names differ in case only would be taken for each other.
create unique index project_name_in_any_case on project (lower(name));

-- The execution that made a version; versions from before this are not linked.
alter table component_version add release_id uuid;
alter table component_version add execution_no int;
create index component_version_newest on component_version (component_id, created_at desc, id desc);

-- What ran of a component, from when to when, and which execution brought it.
create table component_deployment (
  id uuid primary key,
  component_id uuid not null references component on delete cascade,
  version varchar(64) not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  release_id uuid not null,
  release varchar(64) not null,
  execution_no int not null
);
create index component_deployment_newest on component_deployment (component_id, started_at desc, id desc);
create unique index one_deployment_now on component_deployment (component_id) where ended_at is null;
insert into component_deployment
  select gen_random_uuid(), c.id, v.version, c.running_since, null, c.running_release_id,
         c.running_release, c.running_execution_no
  from component c join component_version v on v.id = c.running_version_id;

-- Which release tasks name an application or an environment, asked before one is renamed or deleted.
create index step_by_application on step ((input ->> 'application'));
create index step_by_environment on step ((input ->> 'environment'));
create index step_by_created_application on step ((input ->> 'name')) where task_type = 'create_application';
