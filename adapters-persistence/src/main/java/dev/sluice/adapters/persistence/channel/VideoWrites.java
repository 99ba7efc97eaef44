package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.VIDEOS;
import static dev.sluice.adapters.persistence.schema.Tables.VIDEO_DAYS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import dev.sluice.adapters.persistence.schema.tables.records.VideoDaysRecord;
import dev.sluice.adapters.persistence.schema.tables.records.VideosRecord;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.VideoSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.jooq.DSLContext;

/** Writes what a synchronisation brought about a channel's videos. */
final class VideoWrites {

    /** Rows of one statement: few round trips, and far from the limit of 32767 parameters. */
    private static final int BATCH = 1_000;

    private final DSLContext database;
    private final DayGains dayGains;

    VideoWrites(DSLContext database) {
        this.database = database;
        dayGains = new DayGains(database);
    }

    void store(ChannelId channel, List<VideoSnapshot> snapshot, Instant syncedAt) {
        Map<String, VideoSnapshot> videos = snapshot.stream()
                .collect(toMap(VideoSnapshot::youTubeId, Function.identity(), (first, again) -> again));
        markGone(channel, videos.keySet());
        LocalDate day = syncedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        videos.values().stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
            storeVideos(channel, batch);
            storeFigures(channel, day, batch);
        });
        dayGains.store(channel, day);
    }

    private void markGone(ChannelId channel, Collection<String> present) {
        database.update(VIDEOS)
                .set(VIDEOS.GONE, true)
                .where(VIDEOS.CHANNEL_ID.eq(channel.value()))
                .and(VIDEOS.GONE.isFalse())
                .and(VIDEOS.YOUTUBE_ID.ne(all(present.toArray(String[]::new))))
                .execute();
    }

    private void storeVideos(ChannelId channel, List<VideoSnapshot> batch) {
        database.insertInto(VIDEOS)
                .set(batch.stream().map(video -> row(channel, video)).toList())
                .onConflict(VIDEOS.YOUTUBE_ID)
                .doUpdate()
                .set(VIDEOS.TITLE, excluded(VIDEOS.TITLE))
                .set(VIDEOS.GONE, false)
                .where(VIDEOS.GONE.isTrue().or(VIDEOS.TITLE.ne(excluded(VIDEOS.TITLE))))
                .execute();
    }

    private void storeFigures(ChannelId channel, LocalDate day, List<VideoSnapshot> batch) {
        Map<String, Long> ids = ids(batch);
        database.insertInto(VIDEO_DAYS)
                .set(batch.stream()
                        .map(video -> row(channel, day, requireNonNull(ids.get(video.youTubeId())), video))
                        .toList())
                .onConflict(VIDEO_DAYS.CHANNEL_ID, VIDEO_DAYS.DAY, VIDEO_DAYS.VIDEO_ID)
                .doUpdate()
                .set(VIDEO_DAYS.VIEWS, excluded(VIDEO_DAYS.VIEWS))
                .set(VIDEO_DAYS.LIKES, excluded(VIDEO_DAYS.LIKES))
                .set(VIDEO_DAYS.COMMENTS, excluded(VIDEO_DAYS.COMMENTS))
                .execute();
    }

    private Map<String, Long> ids(List<VideoSnapshot> batch) {
        String[] youTubeIds = batch.stream().map(VideoSnapshot::youTubeId).toArray(String[]::new);
        return database.select(VIDEOS.YOUTUBE_ID, VIDEOS.ID)
                .from(VIDEOS)
                .where(VIDEOS.YOUTUBE_ID.eq(any(youTubeIds)))
                .fetchMap(VIDEOS.YOUTUBE_ID, VIDEOS.ID);
    }

    private static VideosRecord row(ChannelId channel, VideoSnapshot video) {
        VideosRecord row = new VideosRecord();
        row.setChannelId(channel.value());
        row.setYoutubeId(video.youTubeId());
        row.setTitle(video.title());
        row.setPublishedAt(video.publishedAt());
        return row;
    }

    private static VideoDaysRecord row(ChannelId channel, LocalDate day, Long id, VideoSnapshot video) {
        return new VideoDaysRecord(channel.value(), day, id, video.views(), video.likes(), video.comments());
    }
}
