-- When each cron schedule fires next. The schedules themselves stand in the code; a row without one is never fired. The
-- update of a row, in the transaction that enqueues its job, makes one firing in the whole group.

create table job_schedules (
    name        text primary key,
    definition  text not null,
    next_firing timestamptz
) with (fillfactor = 50);
