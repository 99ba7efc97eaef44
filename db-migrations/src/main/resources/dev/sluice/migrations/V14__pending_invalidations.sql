-- What the cache is still to be told, recorded by the transactions that made it wrong.

-- Rows come and go within moments. It is looked at every second, so vacuum has to be quick; and it keeps its pages, for
-- giving them back takes a lock that whoever records would wait for.
create table pending_invalidations (
    id           uuid        primary key,
    invalidation text        not null,
    -- When it was recorded and not when its transaction began, which may be long before.
    recorded_at  timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, vacuum_truncate = off);
create index pending_invalidations_oldest on pending_invalidations (recorded_at, id);
