-- What each day brought to a channel, worked out once, when its figures are stored: reading it from the counts of every
-- video sorted a hundred thousand rows for each look at the statistics.

create table channel_days (
    channel_id   uuid   not null references channels,
    day          date   not null,
    views_gained bigint not null,
    primary key (channel_id, day)
);

insert into channel_days (channel_id, day, views_gained)
select channel_id, day, sum(greatest(gain, 0))
from (
    select channel_id, day, views - lag(views) over (partition by video_id order by day) as gain
    from video_days
) as gains
where gain is not null
group by channel_id, day;

-- A video's figures before a day. Without its views, which change all day long: an update need not touch this index.
create index video_days_of_video on video_days (video_id, day);
