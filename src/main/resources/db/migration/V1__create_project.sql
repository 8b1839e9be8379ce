-- Regions come from the configuration (slipway.regions); the row is what other tables refer to.
create table region (
  id varchar(64) primary key,
  order_index int not null
);

-- The owner of everything. The default project has id 0, as ServiceStage's default enterprise project.
create table project (
  id varchar(36) primary key,
  name varchar(64) not null unique,
  description varchar(128) not null default '',
  created_at timestamptz not null
);
