package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.CHANNEL_DAYS;
import static dev.sluice.adapters.persistence.schema.Tables.VIDEO_DAYS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.schema.tables.VideoDays;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics.DayViews;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/** What each day brought to a channel: worked out when the day's figures are stored, and kept as long as they are. */
final class DayGains {

    private static final VideoDays EARLIER = VIDEO_DAYS.as("earlier");
    private static final Field<Long> VIEWS_BEFORE = field(name("before", "views"), Long.class);

    private final DSLContext database;

    DayGains(DSLContext database) {
        this.database = database;
    }

    /** The sum over the videos of the difference from the figures before, where there are any. */
    void store(ChannelId channel, LocalDate day) {
        database.insertInto(CHANNEL_DAYS, CHANNEL_DAYS.CHANNEL_ID, CHANNEL_DAYS.DAY, CHANNEL_DAYS.VIEWS_GAINED)
                .select(select(
                                val(channel.value()),
                                val(day),
                                sum(greatest(VIDEO_DAYS.VIEWS.minus(VIEWS_BEFORE), val(0L)))
                                        .cast(Long.class))
                        .from(VIDEO_DAYS)
                        .crossJoin(lateral(figuresBefore()).as("before"))
                        .where(VIDEO_DAYS.CHANNEL_ID.eq(channel.value()))
                        .and(VIDEO_DAYS.DAY.eq(day))
                        .having(count().gt(0)))
                .onConflict(CHANNEL_DAYS.CHANNEL_ID, CHANNEL_DAYS.DAY)
                .doUpdate()
                .set(CHANNEL_DAYS.VIEWS_GAINED, excluded(CHANNEL_DAYS.VIEWS_GAINED))
                .execute();
    }

    List<DayViews> viewsPerDay(ChannelId channel) {
        return database.select(CHANNEL_DAYS.DAY, CHANNEL_DAYS.VIEWS_GAINED)
                .from(CHANNEL_DAYS)
                .where(CHANNEL_DAYS.CHANNEL_ID.eq(channel.value()))
                .orderBy(CHANNEL_DAYS.DAY)
                .fetch(mapping(DayViews::new));
    }

    void forget(LocalDate before, int limit) {
        database.deleteFrom(CHANNEL_DAYS)
                .where(CHANNEL_DAYS.DAY.lt(before))
                .limit(limit)
                .execute();
    }

    private static Select<?> figuresBefore() {
        return select(EARLIER.VIEWS)
                .from(EARLIER)
                .where(EARLIER.VIDEO_ID.eq(VIDEO_DAYS.VIDEO_ID))
                .and(EARLIER.DAY.lt(VIDEO_DAYS.DAY))
                .orderBy(EARLIER.DAY.desc())
                .limit(1);
    }
}
