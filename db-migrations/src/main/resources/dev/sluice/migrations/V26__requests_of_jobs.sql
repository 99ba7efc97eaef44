-- The id of the request that a job was enqueued for, so that what API and workers log about it can be joined. Null for what
-- nobody asked for, and for the jobs of before.

-- Whoever cannot have the tables soon gives up and migrates again: all others would wait behind it.
set local lock_timeout = '2s';
alter table jobs add column request_id text;
alter table job_history add column request_id text;
