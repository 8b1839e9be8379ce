-- A version may be built again, and what an earlier build of it made is kept: a component may have to go back to it.
alter table artifact drop constraint artifact_environment_id_name_version_key;
alter table artifact add unique (environment_id, location);
create index artifact_newest_of_version on artifact (environment_id, name, version, built_at desc);
