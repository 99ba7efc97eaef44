package dev.sluice.domain.channel;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** All channels with the daily figures of their videos. Safe for use by many threads; joins the caller's transaction. */
public interface Channels {

    Optional<Channel> find(ChannelId id);

    /** All channels, newest first. */
    Page<Channel> list(PageRequest page);

    void add(Channel channel);

    /**
     * Stores what a synchronisation brought as the figures of its day in UTC, replacing those of the same day. A video
     * that the snapshot no longer holds keeps its figures but counts as gone. If a later synchronisation was stored
     * before, nothing changes. Needs a transaction.
     *
     * @param syncedAt when the snapshot was asked for
     */
    void store(ChannelId id, ChannelSnapshot snapshot, Instant syncedAt);

    /**
     * Forgets the figures of videos of the days before one.
     *
     * @param before the first day, in UTC, that is kept
     * @param limit how many figures at most, of one video and day each
     * @return how many there were
     */
    int forgetFigures(LocalDate before, int limit);

    /** Works out a channel's statistics; a heavy read. */
    Optional<ChannelStatistics> statistics(ChannelId id);
}
