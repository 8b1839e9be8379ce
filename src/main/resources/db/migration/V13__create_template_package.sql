-- An uploaded package, until the release task is made of it. Gone after an hour: whoever stores the next one deletes what
-- is too old.
create table template_package (
  id uuid primary key,
  project_id varchar(36) not null references project on delete cascade,
  owner varchar(64) not null,
  name varchar(256) not null,
  content bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index template_package_by_owner on template_package (owner, created_at);
create index template_package_by_expiry on template_package (expires_at);
