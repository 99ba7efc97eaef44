-- How many units of YouTube's quota all workers have used together, one row for each of its days. Old rows are kept: they
-- are few, and say how near the bound each day came.
create table quota_days (
    day   date    primary key,
    units integer not null
) with (fillfactor = 50);
