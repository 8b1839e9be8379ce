-- What releases have asked of clusters: the objects of each order exactly as they were applied, so that a version can be
-- put back as it was. They may hold secrets and are sealed (see dev.slipway.vault).
create table kubernetes_order (
  id varchar(64) primary key,
  component_id uuid not null references component on delete cascade,
  -- the order of the orders of a component: only the last one may change anything
  no bigint generated always as identity,
  version varchar(64) not null,
  objects text not null,
  -- whether they are those of a version that ran before
  restores boolean not null,
  -- how many of them are applied
  applied int not null default 0,
  -- what the version before had and this one doesn't is deleted
  pruned boolean not null default false,
  -- why it will not get there
  problem text,
  created_at timestamptz not null,
  unique (component_id, no)
);

-- What is in clusters because of us.
create table kubernetes_object (
  component_id uuid not null references component on delete cascade,
  api_version varchar(128) not null,
  kind varchar(128) not null,
  -- empty for what is in no namespace
  namespace varchar(63) not null,
  name varchar(253) not null,
  -- false: it was there before us, and stays when we go
  created boolean not null,
  -- of the object when it was last applied; what a watch tells of an earlier one is old
  generation bigint not null,
  order_no bigint not null,
  primary key (component_id, api_version, kind, namespace, name)
);
