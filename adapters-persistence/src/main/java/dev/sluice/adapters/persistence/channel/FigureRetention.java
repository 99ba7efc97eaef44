package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.CHANNELS;
import static dev.sluice.adapters.persistence.schema.Tables.VIDEO_DAYS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;

/** Deletes the figures of days that are over for long. */
final class FigureRetention {

    private static final Field<UUID> CHANNEL = field(name("old", "channel_id"), UUID.class);
    private static final Field<LocalDate> DAY = field(name("old", "day"), LocalDate.class);
    private static final Field<Long> VIDEO = field(name("old", "video_id"), Long.class);

    private final DSLContext database;

    FigureRetention(DSLContext database) {
        this.database = database;
    }

    int forget(LocalDate before, int limit) {
        Select<Record3<UUID, LocalDate, Long>> old = database.select(CHANNEL, DAY, VIDEO)
                .from(CHANNELS)
                .crossJoin(lateral(oldOfChannel(before, limit)).as("old"))
                .limit(limit);
        return database.deleteFrom(VIDEO_DAYS)
                .where(row(VIDEO_DAYS.CHANNEL_ID, VIDEO_DAYS.DAY, VIDEO_DAYS.VIDEO_ID)
                        .in(old))
                .execute();
    }

    /**
     * One range of the primary key for each channel, since there is no index by day alone: it would cost each
     * synchronisation more than it saves here. In the order of that key, for what is dead there already is passed over
     * only by a scan that goes along it. What another process is deleting is left to it.
     */
    private static Select<?> oldOfChannel(LocalDate before, int limit) {
        return select(VIDEO_DAYS.CHANNEL_ID, VIDEO_DAYS.DAY, VIDEO_DAYS.VIDEO_ID)
                .from(VIDEO_DAYS)
                .where(VIDEO_DAYS.CHANNEL_ID.eq(CHANNELS.ID))
                .and(VIDEO_DAYS.DAY.lt(before))
                .orderBy(VIDEO_DAYS.DAY, VIDEO_DAYS.VIDEO_ID)
                .limit(limit)
                .forUpdate()
                .skipLocked();
    }
}
