-- The login with which KEDA counts what there is to do. Run this once, after the first migration, as the owner of the
-- tables, and give it a password: alter role sluice_scaling password '...'.
create role sluice_scaling login connection limit 5;
alter role sluice_scaling set default_transaction_read_only = on;
alter role sluice_scaling set statement_timeout = '2s';
-- Each part of the query has an index that answers it. While much is ready, a scan of the table looks cheaper, but is not
-- once that is paused.
alter role sluice_scaling set enable_seqscan = off;
alter role sluice_scaling set enable_bitmapscan = off;
alter role sluice_scaling set max_parallel_workers_per_gather = 0;
alter role sluice_scaling set jit = off;
grant usage on schema public to sluice_scaling;
grant select (queue, type, stage, due_at) on jobs to sluice_scaling;
grant select (kind, name) on job_pauses to sluice_scaling;
grant select (name, next_firing) on job_schedules to sluice_scaling;
