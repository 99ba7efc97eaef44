-- The job engine: options of a request, lanes to dispatch from, families, unique keys, limits and pauses.

alter table jobs
    add column priority        smallint         not null default 5 check (priority between 1 and 9),
    add column group_key       text             not null default '',
    add column parent_id       uuid,
    -- How many children a waiting job still waits for.
    add column waits_for       integer          not null default 0,
    add column crashes         integer          not null default 0,
    add column backoff_factor  double precision not null default 1,
    add column backoff_longest interval         not null default '1 day',
    add column backoff_jitter  double precision not null default 0,
    add column time_limit      interval         not null default '1 hour',
    add column failures        jsonb            not null default '[]',
    drop constraint jobs_state_check,
    add constraint jobs_state_check
        check (state in ('WAITING', 'SCHEDULED', 'AVAILABLE', 'DISPATCHED', 'RUNNING', 'RETRYING'));

-- Indexes ask for the stage and not for the state, so that a claim changes no indexed column and stays a HOT update.
alter table jobs
    add column stage text not null generated always as (
        case state
            when 'AVAILABLE' then 'READY'
            when 'SCHEDULED' then 'LATER'
            when 'RETRYING' then 'LATER'
            when 'WAITING' then 'WAITING'
            else 'IN_FLIGHT'
        end) stored;
drop index jobs_due;
drop index jobs_dispatched;
drop index jobs_running;
create index jobs_ready on jobs (queue, type, group_key, priority, due_at, id) where stage = 'READY';
create index jobs_later on jobs (due_at) where stage = 'LATER';
create index jobs_in_flight on jobs (queue) where stage = 'IN_FLIGHT';

alter table job_history
    add column priority        smallint         not null default 5,
    add column group_key       text             not null default '',
    add column parent_id       uuid,
    add column crashes         integer          not null default 0,
    add column backoff_factor  double precision not null default 1,
    add column backoff_longest interval         not null default '1 day',
    add column backoff_jitter  double precision not null default 0,
    add column time_limit      interval         not null default '1 hour',
    add column failures        jsonb            not null default '[]',
    add column result          jsonb;

-- What a worker can do, for the dispatcher, who sends no more than they can take.
alter table workers
    add column queues text[]  not null default '{}',
    add column slots  integer not null default 0;

-- In a table of its own: a key is unique across the hot table and the partitions of the history.
create table job_unique_keys (
    type        text        not null,
    key         text        not null,
    job_id      uuid        not null,
    taken_until timestamptz not null,
    primary key (type, key)
);
create index job_unique_keys_taken_until on job_unique_keys (taken_until);

create table job_pauses (
    kind      text        not null check (kind in ('QUEUE', 'TYPE')),
    name      text        not null,
    paused_at timestamptz not null default now(),
    primary key (kind, name)
);

-- The fill of each bucket when it was last written; it rises with time, up to the size that the rate says.
create table job_token_buckets (
    name       text             primary key,
    tokens     double precision not null,
    written_at timestamptz      not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 100);
