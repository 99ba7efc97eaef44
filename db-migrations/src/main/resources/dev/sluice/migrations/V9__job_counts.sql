-- How many jobs there are, never counted: each statement that changes how many jobs are in a state appends the
-- differences, and a background step adds them up. No transaction that enqueues a job updates a row for it.

-- Rows only come and go, so nothing reads the table but in full: it has no index, and vacuum has to be quick. It keeps
-- its pages, for giving them back takes a lock that whoever enqueues would wait for.
create table job_count_deltas (
    queue text   not null,
    type  text   not null,
    state text   not null,
    day   date   not null,
    n     bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, vacuum_truncate = off);

-- The day (UTC) is the one on which finished jobs have finished, so that their counts can go with it. That of open jobs
-- never comes.
create table job_counts (
    queue text   not null,
    type  text   not null,
    state text   not null,
    day   date   not null,
    n     bigint not null,
    primary key (queue, type, state, day)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create function append_open_job_counts() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into job_count_deltas
        select queue, type, state, 'infinity', count(*) from new_jobs group by queue, type, state;
    elsif tg_op = 'DELETE' then
        insert into job_count_deltas
        select queue, type, state, 'infinity', -count(*) from old_jobs group by queue, type, state;
    else
        insert into job_count_deltas
        select queue, type, state, 'infinity', sum(n)
        from (
            select queue, type, state, -1 as n from old_jobs
            union all
            select queue, type, state, 1 from new_jobs) changes
        group by queue, type, state
        having sum(n) <> 0;
    end if;
    return null;
end $$;

create function append_finished_job_counts() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into job_count_deltas
        select queue, type, state, (finished_at at time zone 'UTC')::date, count(*) from new_jobs group by 1, 2, 3, 4;
    elsif tg_op = 'DELETE' then
        insert into job_count_deltas
        select queue, type, state, (finished_at at time zone 'UTC')::date, -count(*) from old_jobs group by 1, 2, 3, 4;
    else
        insert into job_count_deltas
        select queue, type, state, (finished_at at time zone 'UTC')::date, sum(n)
        from (
            select queue, type, state, finished_at, -1 as n from old_jobs
            union all
            select queue, type, state, finished_at, 1 from new_jobs) changes
        group by 1, 2, 3, 4
        having sum(n) <> 0;
    end if;
    return null;
end $$;

-- Before the triggers there are no differences and after them there are all, so nothing may be written in between.
lock table jobs, job_history in share row exclusive mode;

create trigger append_counts_of_inserted after insert on jobs
    referencing new table as new_jobs for each statement execute function append_open_job_counts();
create trigger append_counts_of_deleted after delete on jobs
    referencing old table as old_jobs for each statement execute function append_open_job_counts();
create trigger append_counts_of_updated after update on jobs
    referencing old table as old_jobs new table as new_jobs for each statement execute function append_open_job_counts();

-- A day that is dropped fires none of these; its counts are deleted with it.
create trigger append_counts_of_inserted after insert on job_history
    referencing new table as new_jobs for each statement execute function append_finished_job_counts();
create trigger append_counts_of_deleted after delete on job_history
    referencing old table as old_jobs for each statement execute function append_finished_job_counts();
create trigger append_counts_of_updated after update on job_history
    referencing old table as old_jobs new table as new_jobs
    for each statement execute function append_finished_job_counts();

insert into job_counts
select queue, type, state, 'infinity', count(*) from jobs group by queue, type, state;
insert into job_counts
select queue, type, state, (finished_at at time zone 'UTC')::date, count(*) from job_history group by 1, 2, 3, 4;

-- Lists and bulk control by queue and group. Jobs that did not succeed, which operators look through, have indexes by
-- state; they cost the others nothing. The hot table gets none that a job passes through on its way: each would be
-- written again at every dispatch.
drop index job_history_by_state;
create index job_history_by_queue on job_history (queue, id);
create index job_history_by_group on job_history (group_key, id) where group_key <> '';
create index job_history_failed on job_history (state, id) where state <> 'SUCCEEDED';
create index job_history_failed_by_type on job_history (type, state, id) where state <> 'SUCCEEDED';
create index job_history_failed_by_queue on job_history (queue, state, id) where state <> 'SUCCEEDED';
create index job_history_failed_by_group on job_history (group_key, state, id)
    where state <> 'SUCCEEDED' and group_key <> '';
create index jobs_waiting on jobs (id) where stage = 'WAITING';
