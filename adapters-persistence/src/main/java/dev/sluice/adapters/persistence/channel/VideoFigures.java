package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.VIDEOS;
import static dev.sluice.adapters.persistence.schema.Tables.VIDEO_DAYS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics.DayViews;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/** Works out what the daily figures of a channel's videos say, in one pass over them for each question. */
final class VideoFigures {

    private static final int TOP = 10;
    private static final int GROWTH_DAYS = 28;

    private static final Field<LocalDate> GAIN_DAY = field(name("gains", "day"), LocalDate.class);
    private static final Field<Long> GAIN = field(name("gains", "gain"), Long.class);
    private static final Field<Long> SPAN_VIDEO = field(name("spans", "video_id"), Long.class);
    private static final Field<LocalDate> SPAN_START = field(name("spans", "start"), LocalDate.class);
    private static final Field<LocalDate> SPAN_END = field(name("spans", "end"), LocalDate.class);

    private static final Field<Long> VIEWS = field(name("views"), Long.class);
    private static final Field<Long> GROWTH = field(name("growth"), Long.class);

    private final DSLContext database;

    VideoFigures(DSLContext database) {
        this.database = database;
    }

    /** What each day brought: the sum over the videos of the difference from the figures before, where there are any. */
    List<DayViews> viewsPerDay(ChannelId channel) {
        return database.select(GAIN_DAY, sum(greatest(GAIN, val(0L))))
                .from(gains(channel).asTable("gains"))
                .where(GAIN.isNotNull())
                .groupBy(GAIN_DAY)
                .orderBy(GAIN_DAY)
                .fetch(mapping(VideoFigures::dayViews));
    }

    /**
     * The videos that have gained most: their latest views less those of 28 days before the channel's latest day, or
     * less their earliest where they are younger. A day without figures is stood for by the last one before it.
     */
    List<VideoGrowth> topVideos(ChannelId channel) {
        Field<Long> views = viewsOn(channel, SPAN_END);
        return database.select(
                        VIDEOS.YOUTUBE_ID,
                        VIDEOS.TITLE,
                        views.as(VIEWS),
                        views.minus(viewsOn(channel, SPAN_START)).as(GROWTH))
                .from(spans(channel).asTable("spans"))
                .join(VIDEOS)
                .on(VIDEOS.ID.eq(SPAN_VIDEO))
                // Says no more, but without it the videos of all channels are read.
                .and(VIDEOS.CHANNEL_ID.eq(channel.value()))
                .where(VIDEOS.GONE.isFalse())
                .orderBy(GROWTH.desc(), VIEWS.desc(), VIDEOS.YOUTUBE_ID)
                .limit(TOP)
                .fetch(mapping(VideoGrowth::new));
    }

    /** For each video and day the views gained since its figures before, null where there are none. */
    private static Select<?> gains(ChannelId channel) {
        Field<Long> before =
                lag(VIDEO_DAYS.VIEWS).over().partitionBy(VIDEO_DAYS.VIDEO_ID).orderBy(VIDEO_DAYS.DAY);
        return select(VIDEO_DAYS.DAY, VIDEO_DAYS.VIEWS.minus(before).as(GAIN))
                .from(VIDEO_DAYS)
                .where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value()));
    }

    /** For each video its last day with figures and the day that its growth is counted from. */
    private static Select<?> spans(ChannelId channel) {
        Field<LocalDate> latest =
                field(select(max(VIDEO_DAYS.DAY)).from(VIDEO_DAYS).where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value())));
        return select(
                        VIDEO_DAYS.VIDEO_ID,
                        max(VIDEO_DAYS.DAY).as(SPAN_END),
                        coalesce(
                                        max(VIDEO_DAYS.DAY).filterWhere(VIDEO_DAYS.DAY.le(latest.minus(GROWTH_DAYS))),
                                        min(VIDEO_DAYS.DAY))
                                .as(SPAN_START))
                .from(VIDEO_DAYS)
                .where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value()))
                .groupBy(VIDEO_DAYS.VIDEO_ID);
    }

    /** A look-up by the primary key; a join would tempt the planner to read all figures again. */
    private static Field<Long> viewsOn(ChannelId channel, Field<LocalDate> day) {
        return field(select(VIDEO_DAYS.VIEWS)
                .from(VIDEO_DAYS)
                .where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value()))
                .and(VIDEO_DAYS.DAY.eq(day))
                .and(VIDEO_DAYS.VIDEO_ID.eq(SPAN_VIDEO)));
    }

    private static DayViews dayViews(LocalDate day, BigDecimal views) {
        return new DayViews(day, views.longValueExact());
    }
}
