-- What is old enough to be deleted: a schedule may have a due time each second.
create index trigger_start_age on trigger_start (recorded_at);
