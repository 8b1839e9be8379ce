-- A user without a password that belongs to a project, whose administrators make its tokens. The user itself stays when
-- the account is deleted: its name is in records, and nobody else may ever get it.
create table service_account (
  user_id bigint primary key references app_user,
  project_id varchar(36) not null references project,
  description varchar(128) not null,
  created_at timestamptz not null,
  created_by varchar(64) not null
);
-- The list of a project's accounts, and whether there are any.
create index service_account_by_project on service_account (project_id);
