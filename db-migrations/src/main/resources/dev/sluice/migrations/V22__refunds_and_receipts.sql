-- Refunds with credit notes, in a series of numbers of their own, and receipts that are sent once more.

create table credit_note_counters (
    creator_id uuid primary key references creators,
    last       bigint not null
);

-- A credit note takes back all that its invoice says, and that is frozen there.
create table credit_notes (
    id         uuid primary key,
    creator_id uuid        not null references creators,
    sequence   bigint      not null,
    invoice_id uuid        not null unique references invoices,
    issued_at  timestamptz not null,
    reason     text        not null,
    restocked  boolean     not null,
    unique (creator_id, sequence)
);

create table credit_note_documents (
    credit_note_id uuid primary key references credit_notes,
    pdf            bytea not null
);
-- PDF streams are compressed already.
alter table credit_note_documents alter column pdf set storage external;

-- Invoices that were asked for once more.
create table receipts (
    id           uuid primary key,
    order_id     uuid        not null references orders,
    requested_at timestamptz not null
);
create index receipts_of_order on receipts (order_id, id);

-- Last, since it keeps all others from the table; whoever cannot have it soon gives up, and migrates again.
set local lock_timeout = '2s';
-- Not validated: the orders there are have met the narrower check before, and to read them all would keep others waiting.
alter table orders drop constraint orders_status_check;
alter table orders add constraint orders_status_check
    check (status in ('QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED', 'REFUNDED')) not valid;
