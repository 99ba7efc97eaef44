-- Since V13 no trigger calls it for an insertion.
create or replace function append_open_job_counts() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
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
