-- What somebody has changed in the editor and not saved yet; a lost session or a closed browser loses none of it.
create table draft (
  id uuid primary key,
  owner varchar(128) not null,
  project_id varchar(36) not null references project,
  region_id varchar(64) not null references region,
  -- null: a release task that is not there yet, or not any more
  release_task_id uuid references release_task on delete set null,
  -- what the release task said when the editing began, to tell whether and how others have changed it since
  base_revision int not null,
  base jsonb,
  definition jsonb not null,
  updated_at timestamptz not null,
  version int not null,
  -- one draft of each release task for each person, and any number of new ones
  unique (owner, release_task_id)
);
-- The notice on the list.
create index draft_by_owner on draft (owner, project_id, region_id, updated_at desc);
-- Deleting a release task looks for its drafts.
create index draft_by_release_task on draft (release_task_id);
