-- The end of a buyer's personal data, and the keys that sign links to documents.

-- Proof that somebody was erased, which does not say who it was.
create table erasures (
    -- The pseudonym of the orders, too.
    id           uuid        primary key,
    -- Whose buyer it was; null for all sellers'. A bare value, for the proof refers to nothing.
    creator_id   uuid,
    -- The credential with which it was asked for, by its name among all.
    requested_by text        not null,
    requested_at timestamptz not null,
    orders       bigint      not null
);

-- Orders of erased buyers whose invoices still have to be kept, and since when.
create table kept_papers (
    order_id  uuid primary key references orders,
    issued_on date not null
);
create index kept_papers_oldest on kept_papers (issued_on, order_id);

-- Each generation takes over from the one before. They are kept as they are, for links are signed with them.
create table signing_keys (
    generation integer     primary key,
    secret     bytea       not null check (length(secret) = 32),
    made_at    timestamptz not null
);
