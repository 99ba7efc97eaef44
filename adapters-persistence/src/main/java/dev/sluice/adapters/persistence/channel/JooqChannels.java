package dev.sluice.adapters.persistence.channel;

import static dev.sluice.adapters.persistence.schema.Tables.CHANNELS;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.adapters.persistence.pool.HeavyReads;
import dev.sluice.adapters.persistence.schema.tables.records.ChannelsRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Channels in PostgreSQL. */
final class JooqChannels implements Channels {

    private final DSLContext database;
    private final HeavyReads reads;
    private final VideoWrites videos;
    private final VideoFigures figures;
    private final DayGains dayGains;
    private final FigureRetention retention;

    JooqChannels(DSLContext database, HeavyReads reads) {
        this.database = database;
        this.reads = reads;
        videos = new VideoWrites(database);
        figures = new VideoFigures(reads.database());
        dayGains = new DayGains(database);
        retention = new FigureRetention(database);
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return row(database, id).map(JooqChannels::channel);
    }

    @Override
    public Page<Channel> list(PageRequest page) {
        List<Channel> rows = database.selectFrom(CHANNELS)
                .where(Keyset.from(page, CHANNELS.ID))
                .orderBy(CHANNELS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(JooqChannels::channel);
        return Page.cut(rows, page, channel -> channel.id().value());
    }

    private static Channel channel(ChannelsRecord row) {
        return new Channel(
                new ChannelId(row.getId()),
                new CreatorId(row.getCreatorId()),
                new YouTubeChannelId(row.getYoutubeId()));
    }

    @Override
    public void add(Channel channel) {
        database.insertInto(CHANNELS)
                .set(CHANNELS.ID, channel.id().value())
                .set(CHANNELS.CREATOR_ID, channel.creator().value())
                .set(CHANNELS.YOUTUBE_ID, channel.youTubeId().value())
                .execute();
    }

    @Override
    public void store(ChannelId id, ChannelSnapshot snapshot, Instant syncedAt) {
        if (storeTotals(id, snapshot, syncedAt)) {
            videos.store(id, snapshot.videos(), syncedAt);
        } else if (row(database, id).isEmpty()) {
            throw new IllegalStateException("there is no channel " + id.value());
        }
    }

    @Override
    public int forgetFigures(LocalDate before, int limit) {
        dayGains.forget(before, limit);
        return retention.forget(before, limit);
    }

    @Override
    public Optional<ChannelStatistics> statistics(ChannelId id) {
        return reads.call(() -> row(reads.database(), id)
                .map(row -> new ChannelStatistics(
                        id,
                        row.getTitle(),
                        new ChannelTotals(row.getSubscribers(), row.getViews(), row.getVideos()),
                        dayGains.viewsPerDay(id),
                        figures.topVideos(id),
                        row.getSyncedAt())));
    }

    /**
     * Locks the channel's row too, so that two synchronisations of one channel follow each other.
     *
     * @return false if there is no such channel, or a later synchronisation came first
     */
    private boolean storeTotals(ChannelId id, ChannelSnapshot snapshot, Instant syncedAt) {
        return database.update(CHANNELS)
                        .set(CHANNELS.TITLE, snapshot.title())
                        .set(CHANNELS.SUBSCRIBERS, snapshot.totals().subscribers())
                        .set(CHANNELS.VIEWS, snapshot.totals().views())
                        .set(CHANNELS.VIDEOS, snapshot.totals().videos())
                        .set(CHANNELS.SYNCED_AT, syncedAt)
                        .where(CHANNELS.ID.eq(id.value()))
                        .and(CHANNELS.SYNCED_AT.isNull().or(CHANNELS.SYNCED_AT.le(syncedAt)))
                        .execute()
                == 1;
    }

    private static Optional<ChannelsRecord> row(DSLContext database, ChannelId id) {
        return database.selectFrom(CHANNELS).where(CHANNELS.ID.eq(id.value())).fetchOptional();
    }
}
