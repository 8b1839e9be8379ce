-- Where the trace of an execution began, as W3C Trace Context writes it (traceparent): whichever node works on one of its
-- tasks goes on from there. Null where nothing was traced when it started.
alter table execution add column trace_parent varchar(55);
