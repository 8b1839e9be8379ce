-- Where an environment is: what may be shown is in its settings, the rest is sealed (see dev.slipway.vault).
alter table environment add column credentials text;
-- counts the changes of both, so that every node opens what it keeps open anew
alter table environment add column connection_edition int not null default 0;
