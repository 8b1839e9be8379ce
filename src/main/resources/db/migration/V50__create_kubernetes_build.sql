-- Builds in clusters: what a restart has to know about a Job. The Job itself is deleted by the cluster some minutes after its end.
create table kubernetes_build (
  -- of the order
  id varchar(64) primary key,
  environment_id uuid not null references environment on delete cascade,
  -- where the Job is
  namespace varchar(63) not null,
  -- whether the cluster has got it; from then on it is not made again
  started boolean not null default false,
  -- the image that it pushed
  image text,
  -- why it will not get there
  problem text,
  created_at timestamptz not null,
  check (image is null or problem is null)
);

create index kubernetes_build_environment on kubernetes_build (environment_id); -- an environment is deleted
