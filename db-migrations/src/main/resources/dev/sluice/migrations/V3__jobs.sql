-- Background jobs: the record of truth. RabbitMQ only carries (id, dispatch).

create table jobs (
    id            uuid primary key,
    type          text        not null,
    queue         text        not null,
    state         text        not null
        check (state in ('AVAILABLE', 'DISPATCHED', 'RUNNING', 'RETRYING')),
    payload       jsonb       not null,
    attempt       integer     not null default 0,
    attempts      integer     not null,
    backoff       interval    not null,
    dispatch      integer     not null default 0,
    worker_id     uuid,
    error         text,
    enqueued_at   timestamptz not null default now(),
    due_at        timestamptz not null default now(),
    dispatched_at timestamptz,
    started_at    timestamptz
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index jobs_due on jobs (queue, due_at, id) where state in ('AVAILABLE', 'RETRYING');
create index jobs_dispatched on jobs (queue, dispatched_at) where state = 'DISPATCHED';
create index jobs_running on jobs (worker_id) where state = 'RUNNING';

-- Finished jobs leave the hot table, so that it stays small.
create table job_history (
    id          uuid        not null,
    type        text        not null,
    queue       text        not null,
    state       text        not null check (state in ('SUCCEEDED', 'DEAD', 'CANCELLED')),
    payload     jsonb       not null,
    attempt     integer     not null,
    attempts    integer     not null,
    backoff     interval    not null,
    dispatch    integer     not null,
    worker_id   uuid,
    error       text,
    enqueued_at timestamptz not null,
    due_at      timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz not null default now(),
    primary key (id, finished_at)
) partition by range (finished_at);
create table job_history_default partition of job_history default;
create index job_history_by_state on job_history (state, id);
create index job_history_by_type on job_history (type, id);

-- A worker's lease is that of all its claims: a heartbeat is one small update, whatever the worker runs.
create table workers (
    id          uuid primary key,
    lease_until timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 100);

-- One dispatcher in the whole installation. The row is there from the start, so that taking it is an update.
create table dispatcher_lease (
    only_row    boolean primary key default true check (only_row),
    holder      uuid        not null,
    epoch       bigint      not null,
    lease_until timestamptz not null
);
insert into dispatcher_lease (holder, epoch, lease_until)
values ('00000000-0000-0000-0000-000000000000', 0, '-infinity');
