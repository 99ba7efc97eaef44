-- The job that makes a delivery: a redelivery takes a dead one up again before it adds another, so that two seldom tell
-- different things of one delivery. Null where a release before this one wrote the row: its first job has its id.
set local lock_timeout = '2s';
alter table webhook_deliveries add column job_id uuid;
