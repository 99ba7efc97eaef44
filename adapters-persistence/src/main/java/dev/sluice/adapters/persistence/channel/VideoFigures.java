package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.VIDEOS;
import static dev.sluice.adapters.persistence.schema.Tables.VIDEO_DAYS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.sluice.adapters.persistence.schema.tables.VideoDays;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/** Works out how the videos of a channel have grown. */
final class VideoFigures {

    private static final int TOP = 10;
    private static final int GROWTH_DAYS = 28;

    private static final VideoDays EARLIER = VIDEO_DAYS.as("earlier");
    private static final Field<Long> GROWTH = field(name("growth"), Long.class);

    private final DSLContext database;

    VideoFigures(DSLContext database) {
        this.database = database;
    }

    /**
     * The videos that have gained most: their views of the channel's latest day, which every video that is not gone has
     * figures of, less those of 28 days before, or less their earliest where they are younger. A day without figures is
     * stood for by the last one before it.
     */
    List<VideoGrowth> topVideos(ChannelId channel) {
        LocalDate latest = latestDay(channel);
        return latest == null ? List.of() : topVideos(channel, latest);
    }

    private List<VideoGrowth> topVideos(ChannelId channel, LocalDate latest) {
        Field<Long> before = coalesce(
                views(EARLIER.DAY.le(latest.minusDays(GROWTH_DAYS)), EARLIER.DAY.desc()),
                views(trueCondition(), EARLIER.DAY));
        return database.select(
                        VIDEOS.YOUTUBE_ID,
                        VIDEOS.TITLE,
                        VIDEO_DAYS.VIEWS,
                        VIDEO_DAYS.VIEWS.minus(before).as(GROWTH))
                .from(VIDEO_DAYS)
                .join(VIDEOS)
                .on(VIDEOS.ID.eq(VIDEO_DAYS.VIDEO_ID))
                // Says no more, but without it the videos of all channels are read.
                .and(VIDEOS.CHANNEL_ID.eq(channel.value()))
                .where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value()))
                .and(VIDEO_DAYS.DAY.eq(latest))
                .and(VIDEOS.GONE.isFalse())
                .orderBy(GROWTH.desc(), VIDEO_DAYS.VIEWS.desc(), VIDEOS.YOUTUBE_ID)
                .limit(TOP)
                .fetch(mapping(VideoGrowth::new));
    }

    private @Nullable LocalDate latestDay(ChannelId channel) {
        return database.select(max(VIDEO_DAYS.DAY))
                .from(VIDEO_DAYS)
                .where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value()))
                .fetchSingle()
                .value1();
    }

    /** The views of a video on the first day, in that order, that meets the condition. */
    private static Field<Long> views(Condition condition, OrderField<LocalDate> order) {
        return field(select(EARLIER.VIEWS)
                .from(EARLIER)
                .where(EARLIER.VIDEO_ID.eq(VIDEO_DAYS.VIDEO_ID))
                .and(condition)
                .orderBy(order)
                .limit(1));
    }
}
