-- Creators, their products and orders. Identifiers are UUIDv7 made by the application, so that they sort by time.

create table creators (
    id            uuid primary key,
    name          text   not null,
    bio           text   not null,
    legal_name    text   not null,
    street        text   not null,
    postal_code   text   not null,
    city          text   not null,
    country       text   not null check (length(country) = 2),
    vat_id        text,
    currency      text   not null check (length(currency) = 3),
    version       bigint not null
);

create table products (
    id            uuid primary key,
    creator_id    uuid    not null references creators,
    title         text    not null,
    description   text    not null,
    price_minor   bigint  not null check (price_minor >= 0),
    currency      text    not null check (length(currency) = 3),
    stock         integer check (stock >= 0),
    on_sale       boolean not null,
    version       bigint  not null
);
create index products_of_creator on products (creator_id, id);

create table orders (
    id            uuid primary key,
    creator_id    uuid        not null references creators,
    status        text        not null
        check (status in ('QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    buyer_name    text        not null,
    buyer_email   text        not null,
    buyer_country text        not null check (length(buyer_country) = 2),
    currency      text        not null check (length(currency) = 3),
    placed_at     timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    version       bigint      not null
);
create index orders_by_status on orders (status, id);
-- The portfolio's sales figures read a creator's completed orders.
create index orders_of_creator on orders (creator_id, status) include (id, placed_at);

create table order_lines (
    order_id         uuid    not null references orders,
    position         integer not null,
    product_id       uuid    not null references products,
    title            text    not null,
    unit_price_minor bigint  not null,
    quantity         integer not null check (quantity > 0),
    tax_basis_points integer not null,
    primary key (order_id, position)
);

create table order_tax_lines (
    order_id      uuid    not null references orders,
    basis_points  integer not null,
    taxable_minor bigint  not null,
    tax_minor     bigint  not null,
    primary key (order_id, basis_points)
);

create table idempotency_records (
    operation   text        not null,
    key         text        not null,
    fingerprint text        not null,
    result      uuid        not null,
    recorded_at timestamptz not null default now(),
    primary key (operation, key)
);
