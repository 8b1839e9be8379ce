-- Archives of source that people have uploaded for builds. A task names one by the digest of the file.
create table upload (
  id uuid primary key,
  project_id varchar(36) not null references project on delete cascade,
  -- sha256: and 64 digits, of the file as it was sent
  reference varchar(71) not null,
  name varchar(128) not null,
  -- of what builds get: a ZIP file is packed anew
  bytes bigint not null,
  uploaded_by varchar(128) not null,
  uploaded_at timestamptz not null,
  -- when it was uploaded, or a build began with it, the last time
  used_at timestamptz not null,
  unique (project_id, reference)
);
create index upload_by_use on upload (used_at); -- what nobody needs any more is deleted

-- In parts, so that nobody has to keep a whole archive in memory.
create table upload_part (
  upload_id uuid not null references upload on delete cascade,
  no int not null,
  content bytea not null,
  primary key (upload_id, no)
);
-- It is compressed already.
alter table upload_part alter column content set storage external;

-- Which tasks name an upload.
create index step_by_upload on step ((input #>> '{kubernetes,upload}')) where input #>> '{kubernetes,upload}' is not null;
