create table environment (
  id uuid primary key,
  project_id varchar(36) not null references project,
  region_id varchar(64) not null references region,
  name varchar(64) not null,
  description varchar(128) not null default '',
  -- names the target: process
  kind varchar(32) not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  unique (project_id, region_id, name)
);

create table application (
  id uuid primary key,
  project_id varchar(36) not null references project,
  name varchar(64) not null,
  description varchar(128) not null default '',
  created_at timestamptz not null,
  created_by varchar(128) not null,
  unique (project_id, name)
);

create table component (
  id uuid primary key,
  application_id uuid not null references application,
  environment_id uuid not null references environment,
  name varchar(64) not null,
  created_at timestamptz not null,
  created_by varchar(128) not null,
  -- what runs now, since when, by which release; the name is kept as it was then
  running_version_id uuid,
  running_since timestamptz,
  running_release_id uuid,
  running_release varchar(64),
  running_execution_no int,
  -- the one step run that may change this component now, and for whom others wait
  held_by bigint unique,
  held_for varchar(256),
  held_since timestamptz,
  unique (application_id, environment_id, name),
  check ((held_by is null) = (held_since is null))
);
create index component_by_environment on component (environment_id);

create table component_version (
  id uuid primary key,
  component_id uuid not null references component on delete cascade,
  version varchar(64) not null,
  artifact text not null,
  spec jsonb not null,
  created_at timestamptz not null,
  created_by varchar(128) not null,
  unique (component_id, version)
);
alter table component add foreign key (running_version_id) references component_version;

create table artifact (
  id uuid primary key,
  environment_id uuid not null references environment,
  name varchar(64) not null,
  version varchar(64) not null,
  location text not null,
  built_at timestamptz not null,
  built_by bigint not null,
  unique (environment_id, name, version)
);
create index artifact_newest on artifact (environment_id, name, built_at desc);
