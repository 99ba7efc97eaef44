-- The job that makes a delivery: a redelivery takes a dead one up again before it adds another, so that there are never two
-- that could tell different things of one delivery. Null where a release before this one wrote the row: its job has its id.
alter table webhook_deliveries add column job_id uuid;
