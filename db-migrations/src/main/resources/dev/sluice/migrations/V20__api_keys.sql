-- Who may call the API. A key is kept as the digest of its secret.
create table api_keys (
    id             uuid        primary key,
    label          text        not null,
    -- Whose things are there for its holder; null for operations, to whom all is.
    creator_id     uuid        references creators,
    scopes         text[]      not null check (cardinality(scopes) > 0),
    sha256         bytea       not null check (length(sha256) = 32),
    created_at     timestamptz not null,
    expires_at     timestamptz,
    -- The end of the grace, once a successor has taken its place.
    replaced_until timestamptz,
    revoked_at     timestamptz
);

-- Two callers may choose one key. Whoever ran before had no name.
alter table idempotency_records add column principal text not null default '';
alter table idempotency_records
    drop constraint idempotency_records_pkey,
    add primary key (principal, operation, key);

-- A seller lists its own orders, newest first, however many others there are.
create index orders_of_creator_newest on orders (creator_id, id);
