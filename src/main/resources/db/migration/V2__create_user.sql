create sequence app_user_seq increment by 50;
create table app_user (
  id bigint primary key,
  username varchar(64) not null unique,
  display_name varchar(128) not null,
  -- bcrypt in the modular crypt format
  password_hash varchar(100) not null,
  enabled boolean not null,
  created_at timestamptz not null
);

create table membership (
  user_id bigint not null references app_user on delete cascade,
  project_id varchar(36) not null references project on delete cascade,
  role varchar(16) not null check (role in ('VIEWER', 'DEVELOPER', 'RELEASER', 'APPROVER', 'ADMIN')),
  primary key (user_id, project_id, role)
);

-- Throttles sign-in by user name and by address. A row per key with failures, gone after the next success.
create table sign_in_failure (
  key varchar(160) primary key,
  failures int not null,
  last_failure_at timestamptz not null
);
