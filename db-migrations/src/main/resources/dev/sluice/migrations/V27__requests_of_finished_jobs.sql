-- The request stays on record with the job. Apart from V26, so that open jobs do not wait for the locks of each day's partition.
set local lock_timeout = '2s';
alter table job_history add column request_id text;
