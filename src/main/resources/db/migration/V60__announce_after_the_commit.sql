-- A transaction that notifies keeps all others that do waiting until it is on disk: PostgreSQL sends notifications in the
-- order of commits, under one lock. So the node that has changed something says so right after its commit (live/Announcer).
drop trigger execution_is_announced on execution;
drop function announce_execution_change();
drop trigger step_log_is_announced on step_log;
drop function announce_step_log();
