-- Where sellers listen, what they are told, and how each attempt at that went.

create table webhook_endpoints (
    id              uuid        primary key,
    creator_id      uuid        not null references creators,
    url             text        not null,
    events          text[]      not null check (cardinality(events) > 0),
    enabled         boolean     not null,
    -- As it is, for deliveries are signed with it.
    secret          bytea       not null check (length(secret) = 32),
    -- The one before, which signs too until its time is over.
    retiring_secret bytea       check (length(retiring_secret) = 32),
    retiring_until  timestamptz,
    created_at      timestamptz not null,
    version         bigint      not null,
    check ((retiring_secret is null) = (retiring_until is null))
);
create index webhook_endpoints_of_creator on webhook_endpoints (creator_id, id);

-- An endpoint may go while a delivery to it is recorded, and an order completes with that: so nothing refers to endpoints,
-- and a delivery outlives its endpoint.
create table webhook_deliveries (
    id          uuid        primary key,
    endpoint_id uuid        not null,
    creator_id  uuid        not null references creators,
    event       text        not null,
    order_id    uuid        not null,
    happened_at timestamptz not null,
    state       text        not null check (state in ('PENDING', 'DELIVERED', 'FAILED'))
);
create index webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, id);
-- Deliveries are forgotten by age.
create index webhook_deliveries_happened_at on webhook_deliveries (happened_at);

create table webhook_attempts (
    id           bigint      generated always as identity,
    delivery_id  uuid        not null references webhook_deliveries on delete cascade,
    attempted_at timestamptz not null,
    took_millis  bigint      not null,
    -- Either the status of the answer, or why there was none.
    status       integer,
    fault        text,
    primary key (delivery_id, id),
    check (num_nonnulls(status, fault) = 1)
);
