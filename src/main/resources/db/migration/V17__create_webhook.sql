-- Whom to tell what happens in a project.
create table webhook (
  id uuid primary key,
  project_id varchar(36) not null references project on delete cascade,
  name varchar(64) not null,
  address varchar(2000) not null,
  -- the names of the events, as ["ENDED"]
  events jsonb not null,
  secret varchar(64) not null,
  -- signs beside the new one for a while, so that the receiver can change over without losing anything
  previous_secret varchar(64),
  previous_until timestamptz,
  -- GONE: the receiver said that it wants nothing any more
  state varchar(7) not null check (state in ('ENABLED', 'PAUSED', 'GONE')),
  -- counts what people have saved of it
  edition int not null,
  created_by varchar(128) not null,
  created_at timestamptz not null
);
-- Whom to tell about a change of state, and names that differ in more than their case.
create unique index webhook_by_project on webhook (project_id, lower(name));

-- What is to be sent, and what came of it: the outbox and the log in one. Written in the transaction of the change it is
-- about.
create sequence webhook_delivery_seq increment by 50;
create table webhook_delivery (
  id bigint primary key,
  webhook_id uuid not null references webhook on delete cascade,
  -- the same for all receivers and however often it is sent
  event_id uuid not null,
  type varchar(64) not null,
  subject varchar(256) not null,
  body text not null,
  created_at timestamptz not null,
  state varchar(9) not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  due_at timestamptz,
  attempts int not null,
  attempted_at timestamptz,
  duration_ms int,
  -- null: nobody answered, and the text says why
  status int,
  answer varchar(1000),
  check ((state = 'PENDING') = (due_at is not null))
);
-- What a receiver gets next.
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, id) where state = 'PENDING';
-- The log, newest first.
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at desc, id desc);
-- What is old enough to be deleted.
create index webhook_delivery_age on webhook_delivery (created_at);

-- The jobs of receivers, one for each, away from those of releases: db-scheduler wants a table for each of its schedulers
-- that has tasks of its own.
create table webhook_job (like scheduled_tasks including all);
