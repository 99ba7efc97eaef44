-- Three shops as a newcomer may meet them. Names, addresses and tax numbers are invented.

insert into creators (id, name, bio, legal_name, street, postal_code, city, country, vat_id, currency, version)
values
    ('018d2f3a-2400-7a11-8a11-000000000001', 'Marble & Moss',
     'Landscape photography for slow walkers: presets, field notes and wallpapers from the far north.',
     'Marble & Moss Media GmbH', 'Uferweg 12', '10997', 'Berlin', 'DE', 'DE000000001', 'EUR', 1),
    ('018d2f3a-2400-7a11-8a11-000000000002', 'Tape Garden',
     'Warm sample packs and patches, recorded to tape in a greenhouse.',
     'Tape Garden SAS', '4 quai des Serres', '69002', 'Lyon', 'FR', 'FR00000000002', 'EUR', 1),
    ('018d2f3a-2400-7a11-8a11-000000000003', 'Slow Stitch Club',
     'Knitting patterns for people who like the way there as much as the jumper.',
     'Slow Stitch Club AB', 'Kanalgatan 7', '411 20', 'Göteborg', 'SE', 'SE000000000301', 'SEK', 1);

insert into products (id, creator_id, title, description, price_minor, currency, stock, on_sale, version)
select pg_temp.uuid_of(timestamptz '2024-02-01 09:00Z' + n * interval '1 hour', 'small product ' || n),
       creators.id, title, description, price, currency, stock, on_sale, 1
from (values
    (1, 1, 'Northern Light presets', 'Twenty-four presets for blue hours and long dusks.', 3900, null::integer, true),
    (2, 1, 'Field notes: Lofoten', 'A walking guide in 86 pages, with maps and times of light.', 1900, null, true),
    (3, 1, 'Wallpapers, first series', 'Thirty pictures for large screens.', 900, null, true),
    (4, 1, 'Portfolio review', 'One hour of honest talk about twenty of your pictures.', 12000, 25, true),
    (5, 1, 'Winter presets 2023', 'The first set, kept for those who have it.', 2900, null, false),
    (6, 2, 'Greenhouse drums', 'Four hundred one-shots through an old tape machine.', 2900, null, true),
    (7, 2, 'Tape loops, side A', 'Sixty loops that never quite line up.', 2400, null, true),
    (8, 2, 'Moth: synth patches', 'Forty-eight patches with soft wings.', 3400, null, true),
    (9, 2, 'Rain on glass', 'Two hours of stereo recordings.', 1500, null, true),
    (10, 2, 'Mix session', 'Your track, mixed together in two hours.', 18000, 10, true),
    (11, 3, 'Harbour jumper', 'A pattern in nine sizes with a video for each step.', 9500, null, true),
    (12, 3, 'First socks', 'A pattern for those who have never turned a heel.', 6500, null, true),
    (13, 3, 'Archive shawl', 'Lace after a find in a museum drawer.', 11000, null, true),
    (14, 3, 'Mending for beginners', 'Six lessons on saving what you love.', 24900, null, true)
) as draft (n, shop, title, description, price, stock, on_sale)
join creators on creators.id = ('018d2f3a-2400-7a11-8a11-00000000000' || shop)::uuid;

-- Half a year of orders up to yesterday, slowly growing.
insert into seed_orders (n, id, creator_id, currency, placed_at, buyer, email, country, basis_points)
select n, pg_temp.uuid_of(placed_at, 'small order ' || n), creator_id, currency, placed_at, given || ' ' || family,
       lower(given || '.' || family) || n || '@example.' || (array ['com', 'org', 'net'])[1 + n % 3], code, basis_points
from (
    select row_number() over (order by placed_at, creator_id)::integer as n, *
    from (
        select creators.id as creator_id, creators.currency,
               current_date - 180 + day
                   + (25000 + pg_temp.pick('small time ' || creators.id || day || nth, 50000000) / 1000)
                   * interval '1 second' as placed_at
        from creators, generate_series(0, 179) as day, generate_series(1, 2) as nth
        where creators.id::text like '018d2f3a-2400-7a11-8a11-%'
          and pg_temp.pick('small order ' || creators.id || day || nth, 100) < 45 / nth + day / 4
    ) as placed
) as numbered
join seed_countries on position = pg_temp.pick('small country ' || n, 16)
cross join lateral (
    select (array ['Robin', 'Kim', 'Noa', 'Sascha', 'Alex', 'Jules', 'Mika', 'Toni'])[1 + pg_temp.pick('given ' || n, 8)]
               as given,
           (array ['Sample', 'Muster', 'Exempel', 'Specimen', 'Modello', 'Ejemplo'])[1 + pg_temp.pick('family ' || n, 6)]
               as family
) as buyers;

insert into seed_lines (order_id, position, product_id, title, unit_price_minor, quantity, basis_points)
select seed_orders.id, position, offered.id, title, price_minor,
       1 + (pg_temp.pick('small quantity ' || n || '/' || position, 100) < 12)::integer, basis_points
from seed_orders
cross join lateral generate_series(1, 1 + (pg_temp.pick('small lines ' || n, 100) < 28)::integer
    + (pg_temp.pick('small lines ' || n, 100) < 7)::integer) as position
join (
    select *, row_number() over shop - 1 as place, count(*) over (partition by creator_id) as places
    from products
    where on_sale
    window shop as (partition by creator_id order by id)
) as offered on offered.creator_id = seed_orders.creator_id
    and place = (pg_temp.pick('small product ' || n, 1000) + position) % places;

call pg_temp.take_orders();

insert into channels (id, creator_id, youtube_id, title, subscribers)
values
    ('018d2f3a-2400-7c11-8c11-000000000001', '018d2f3a-2400-7a11-8a11-000000000001', 'UCsluiceMarbleAndMoss001',
     'Marble & Moss', 48200),
    ('018d2f3a-2400-7c11-8c11-000000000002', '018d2f3a-2400-7a11-8a11-000000000002', 'UCsluiceTapeGarden000002',
     'Tape Garden', 12750),
    ('018d2f3a-2400-7c11-8c11-000000000003', '018d2f3a-2400-7a11-8a11-000000000003', 'UCsluiceSlowStitchClub03',
     'Slow Stitch Club', 131400);

insert into videos (channel_id, youtube_id, title, published_at)
select channels.id, pg_temp.video_code('small video ' || channels.id || n), subject || ', part ' || (n + 5) / 6,
       current_date - 400 + n * 10 + interval '16 hours'
from channels
join (values
    ('018d2f3a-2400-7c11-8c11-000000000001'::uuid, array ['Waiting for light', 'One lens, one week', 'Fog on the fjord',
        'Packing for the north', 'Editing a dusk', 'A walk at four']),
    ('018d2f3a-2400-7c11-8c11-000000000002'::uuid, array ['Patch from nothing', 'Tape care', 'Drums in a greenhouse',
        'Mixing quietly', 'A loop a day', 'Broken reverb']),
    ('018d2f3a-2400-7c11-8c11-000000000003'::uuid, array ['Turning a heel', 'Steeking without fear', 'Yarn for summer',
        'Knit with me', 'Mending a sleeve', 'Reading a chart'])
) as subjects (channel_id, names) on subjects.channel_id = channels.id
cross join generate_series(0, 39) as n
cross join lateral (select names[1 + n % 6] as subject) as named;

insert into video_days (channel_id, day, video_id, views, likes, comments)
select channel_id, day, id, views, views / 22, views / 240
from (
    select videos.channel_id, videos.id, day::date,
           pg_temp.views_at(300 + pg_temp.pick('small scale ' || videos.youtube_id, 2500),
                            day::date - published_at::date, day::date) as views
    from videos
    join channels on channels.id = videos.channel_id
    cross join generate_series(current_date - 119, current_date, interval '1 day') as day
    where channels.id::text like '018d2f3a-2400-7c11-8c11-%' and day::date >= published_at::date
) as counted
order by channel_id, day, id;

insert into channel_days (channel_id, day, views_gained)
select channel_id, day, sum(greatest(gain, 0))
from (
    select channel_id, day, views - lag(views) over (partition by video_id order by day) as gain
    from video_days
    where channel_id::text like '018d2f3a-2400-7c11-8c11-%'
) as gains
where gain is not null
group by channel_id, day;

update channels
set (views, videos) = (
        select sum(views), count(*) from video_days where channel_id = channels.id and day = current_date),
    synced_at = current_date::timestamptz
where channels.id::text like '018d2f3a-2400-7c11-8c11-%';
