-- One shop of the load-test set; the setting seed.creator has its number, from 1 to 50.

-- Every reference below is right by the way it is made: where the user may, leaving out the check of each
-- of six million rows makes this three times as fast.
select set_config('session_replication_role', 'replica', true)
where has_parameter_privilege('session_replication_role', 'SET');

create or replace function pg_temp.shop() returns integer
    language sql stable as
$$
select current_setting('seed.creator')::integer
$$;

create or replace function pg_temp.shop_id() returns uuid
    language sql stable as
$$
select ('01856aa0-c800-7a22-8a22-' || lpad(pg_temp.shop()::text, 12, '0'))::uuid
$$;

create or replace function pg_temp.shop_channel() returns uuid
    language sql stable as
$$
select ('01856aa0-c800-7c22-8c22-' || lpad(pg_temp.shop()::text, 12, '0'))::uuid
$$;

insert into creators (id, name, bio, legal_name, street, postal_code, city, country, vat_id, currency, version)
values (pg_temp.shop_id(),
        'Load shop ' || pg_temp.shop(), 'One of fifty shops that the load tests read.',
        'Load shop ' || pg_temp.shop() || ' GmbH', 'Teststraße ' || pg_temp.shop(), '10115', 'Berlin', 'DE',
        'DE' || lpad((900000000 + pg_temp.shop())::text, 9, '0'), 'EUR', 1);

insert into products (id, creator_id, title, description, price_minor, currency, stock, on_sale, version)
select pg_temp.uuid_of(timestamptz '2023-02-01 09:00Z' + n * interval '1 hour', 'large product ' || pg_temp.shop() || '/' || n),
       creators.id, 'Product ' || n, 'Product ' || n || ' of load shop ' || pg_temp.shop() || '.', 400 + n * 350,
       currency, null, true, 1
from creators, generate_series(1, 20) as n
where creators.id = pg_temp.shop_id();

-- 8,000 orders over 24 months up to yesterday.
insert into seed_orders (n, id, creator_id, currency, placed_at, buyer, email, country, basis_points)
select n, pg_temp.uuid_of(placed_at, 'large order ' || pg_temp.shop() || '/' || n), creators.id, currency, placed_at,
       'Buyer ' || n % 997, 'buyer' || n % 997 || '@example.com', code, basis_points
from generate_series(1, 8000) as n
cross join lateral (
    select current_date - interval '24 months'
               + (current_date - (current_date - interval '24 months')) * (n - 1) / 8000
               + pg_temp.pick('large time ' || pg_temp.shop() || '/' || n, 7000) * interval '1 second' as placed_at
) as times
join creators on creators.id = pg_temp.shop_id()
join seed_countries on position = pg_temp.pick('large country ' || pg_temp.shop() || '/' || n, 16);

insert into seed_lines (order_id, position, product_id, title, unit_price_minor, quantity, basis_points)
select seed_orders.id, position, offered.id, title, price_minor, 1 + (n + position) % 3, basis_points
from seed_orders
cross join lateral generate_series(1, 1 + n % 3) as position
join (
    select *, row_number() over (order by id) - 1 as place
    from products
    where creator_id = pg_temp.shop_id()
) as offered on place = (pg_temp.pick('large product ' || n, 1000) + position * 7) % 20;

call pg_temp.take_orders();

insert into channels (id, creator_id, youtube_id, title, subscribers)
values (pg_temp.shop_channel(),
        pg_temp.shop_id(),
        'UCsluiceLoad' || lpad(pg_temp.shop()::text, 12, '0'), 'Load channel ' || pg_temp.shop(), 1000 * pg_temp.shop());

insert into videos (channel_id, youtube_id, title, published_at)
select pg_temp.shop_channel(),
       pg_temp.video_code('large video ' || pg_temp.shop() || '/' || n), 'Video ' || n,
       current_date - 1120 + n + interval '16 hours'
from generate_series(1, 1000) as n;

-- Written in the order of the primary key, so that the index grows at one end.
insert into video_days (channel_id, day, video_id, views, likes, comments)
select channel_id, day, id, views, views / 22, views / 240
from (
    select channel_id, day::date, videos.id,
           pg_temp.views_at(scale, day::date - published_at::date, day::date) as views
    from generate_series(current_date - 119, current_date, interval '1 day') as day
    cross join (
        select *, (200 + pg_temp.pick('large scale ' || youtube_id, 3000))::double precision as scale
        from videos
        where channel_id = pg_temp.shop_channel()
        order by id
    ) as videos
) as counted
order by day, id;

insert into channel_days (channel_id, day, views_gained)
select channel_id, day, sum(greatest(gain, 0))
from (
    select channel_id, day, views - lag(views) over (partition by video_id order by day) as gain
    from video_days
    where channel_id = pg_temp.shop_channel()
) as gains
where gain is not null
group by channel_id, day;

update channels
set (views, videos) = (
        select sum(views), count(*) from video_days where channel_id = channels.id and day = current_date),
    synced_at = current_date::timestamptz
where id = pg_temp.shop_channel();
