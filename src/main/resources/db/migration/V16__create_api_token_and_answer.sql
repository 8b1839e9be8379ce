-- A machine has no password: it is known by its token alone.
alter table app_user alter column password_hash drop not null;

-- What programs show instead of a password. Only its hash is kept, so nobody can read a token out of a backup.
create sequence api_token_seq increment by 50;
create table api_token (
  id bigint primary key,
  user_id bigint not null references app_user on delete cascade,
  name varchar(64) not null,
  -- SHA-256; every request with a token looks it up
  hash bytea not null unique check (length(hash) = 32),
  scope varchar(8) not null check (scope in ('READ', 'FULL')),
  created_at timestamptz not null,
  -- null: as long as the configuration names it
  expires_at timestamptz,
  -- to the minute
  last_used_at timestamptz
);
-- The page on which somebody sees their own.
create index api_token_by_user on api_token (user_id, id);

-- What a request with an idempotency key was answered with, for whoever sends it again; gone after a day.
create table api_answer (
  user_id bigint not null references app_user on delete cascade,
  key varchar(255) not null,
  -- SHA-256 of what was asked, in hexadecimal
  request varchar(64) not null,
  etag varchar(64),
  -- null while the request is at work
  body text,
  created_at timestamptz not null,
  primary key (user_id, key)
);
-- Whoever writes one deletes what is too old.
create index api_answer_by_age on api_answer (created_at);
