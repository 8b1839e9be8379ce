-- Who saved a release task last, and how often it was saved: an edit says which revision it began from.
alter table release_task add column updated_by varchar(128);
update release_task set updated_by = created_by;
alter table release_task alter column updated_by set not null;
alter table release_task add column revision int not null default 1;
