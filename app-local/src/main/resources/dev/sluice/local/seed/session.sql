-- What the scripts of demo data share. Functions live in the session only; all "random" choices come from a hash of a
-- name, so that two runs on one day write the same rows.

set timezone = 'UTC';
-- Demo data that a crash loses is written again.
set synchronous_commit = off;
set work_mem = '64MB';

-- A UUIDv7 (RFC 9562) of a time, its random part taken from a name.
create function pg_temp.uuid_of(at timestamptz, name text) returns uuid
    language sql immutable as
$$
select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8'
    || substr(hash, 4, 15))::uuid
from md5(name) as hash
$$;

-- A whole number from 0 to below the bound, the same for the same name.
create function pg_temp.pick(name text, bound integer) returns integer
    language sql immutable as
$$
select ((('x' || substr(md5(name), 1, 8))::bit(32)::bigint) % bound)::integer
$$;

-- The eleven characters of a video's id at YouTube.
create function pg_temp.video_code(name text) returns text
    language sql immutable as
$$
select substr(translate(encode(decode(md5(name), 'hex'), 'base64'), '+/', '-_'), 1, 11)
$$;

-- The views that a video has gathered at an age in days: many at first, then fewer, more at weekends.
create function pg_temp.views_at(scale double precision, age integer, day date) returns bigint
    language sql immutable as
$$
select floor(scale * power(age + 1 + 0.12 * sin(2 * pi() * extract(isodow from day)::integer / 7), 0.55))::bigint
$$;

-- The standard rates of value added tax of the countries that buyers of demo data come from, in basis points.
create temporary table seed_countries (
    position     integer primary key,
    code         text    not null,
    basis_points integer not null
);
insert into seed_countries (position, code, basis_points)
values (0, 'DE', 1900), (1, 'DE', 1900), (2, 'DE', 1900), (3, 'FR', 2000), (4, 'FR', 2000), (5, 'AT', 2000),
       (6, 'NL', 2100), (7, 'SE', 2500), (8, 'ES', 2100), (9, 'IT', 2200), (10, 'PL', 2300), (11, 'IE', 2300),
       (12, 'US', 0), (13, 'US', 0), (14, 'CH', 0), (15, 'GB', 0);

create temporary table seed_orders (
    n           integer     primary key,
    id          uuid        not null,
    creator_id  uuid        not null,
    currency    text        not null,
    placed_at   timestamptz not null,
    buyer       text        not null,
    email       text        not null,
    country     text        not null,
    basis_points integer    not null
);

create temporary table seed_lines (
    order_id         uuid    not null,
    position         integer not null,
    product_id       uuid    not null,
    title            text    not null,
    unit_price_minor bigint  not null,
    quantity         integer not null,
    basis_points     integer not null
);

-- Takes the orders and lines that a script has drafted into the shop's own tables. Orders of demo data are history:
-- their processing is over, and they have neither jobs nor invoices. An invoice freezes a document in a form that the
-- application owns, and its number is allotted by the application; the counters begin with the first real order.
create procedure pg_temp.take_orders()
    language sql as
$$
insert into orders (id, creator_id, status, buyer_name, buyer_email, buyer_country, currency, placed_at, started_at,
                    finished_at, version)
select id, creator_id, 'COMPLETED', buyer, email, country, currency, placed_at,
       placed_at + (20 + n % 180) * interval '1 millisecond', placed_at + (400 + n % 900) * interval '1 millisecond', 3
from seed_orders
order by placed_at;

insert into order_lines (order_id, position, product_id, title, unit_price_minor, quantity, tax_basis_points)
select order_id, position, product_id, title, unit_price_minor, quantity, basis_points
from seed_lines
order by order_id, position;

insert into order_tax_lines (order_id, basis_points, taxable_minor, tax_minor)
select order_id, basis_points, sum(unit_price_minor * quantity),
       round(sum(unit_price_minor * quantity) * basis_points / 10000)
from seed_lines
group by order_id, basis_points
order by order_id;

truncate seed_orders, seed_lines;
$$;
