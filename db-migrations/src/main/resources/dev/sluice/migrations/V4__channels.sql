-- YouTube channels and the daily counts of their videos. Counts are totals as YouTube gives them; what a day brought is
-- the difference from the day before.

create table channels (
    id          uuid primary key,
    creator_id  uuid   not null unique references creators,
    youtube_id  text   not null unique,
    title       text   not null default '',
    subscribers bigint not null default 0,
    views       bigint not null default 0,
    videos      bigint not null default 0,
    synced_at   timestamptz
);

create table videos (
    id           bigint generated always as identity primary key,
    channel_id   uuid        not null references channels,
    youtube_id   text        not null unique,
    title        text        not null,
    published_at timestamptz not null,
    gone         boolean     not null default false
);
create index videos_of_channel on videos (channel_id);

create table video_days (
    channel_id uuid   not null references channels,
    day        date   not null,
    video_id   bigint not null references videos,
    views      bigint not null,
    likes      bigint not null,
    comments   bigint not null,
    primary key (channel_id, day, video_id)
);
