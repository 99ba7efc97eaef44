-- The id of the request that a job was enqueued for, so that what API and workers log about it can be joined. Null for what
-- no request asked for by itself, and for the jobs of before.

-- Whoever cannot have the table soon gives up and migrates again: all others would wait behind it.
set local lock_timeout = '2s';
alter table jobs add column request_id text;
