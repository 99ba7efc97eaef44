-- Invoices with gapless numbers per seller. What an invoice says is frozen in one document, as it was on the day of
-- issue: it must not follow later changes of the creator, and later releases must be able to read it.

create table invoice_counters (
    creator_id uuid primary key references creators,
    last       bigint not null
);

create table invoices (
    id         uuid primary key,
    creator_id uuid   not null references creators,
    sequence   bigint not null,
    order_id   uuid   not null unique references orders,
    issued_on  date   not null,
    content    jsonb  not null,
    unique (creator_id, sequence)
);

create table invoice_documents (
    invoice_id uuid primary key references invoices,
    pdf        bytea not null
);
-- PDF streams are compressed already.
alter table invoice_documents alter column pdf set storage external;

create table sent_mails (
    message_id text primary key,
    sent_at    timestamptz not null
);
