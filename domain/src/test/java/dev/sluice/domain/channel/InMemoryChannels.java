package dev.sluice.domain.channel;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.page.InMemoryPages;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Channels in memory. */
public final class InMemoryChannels implements Channels {

    private final InMemoryTable<ChannelId, ChannelHistory> table;

    public InMemoryChannels(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return table.find(id).map(ChannelHistory::channel);
    }

    @Override
    public Page<Channel> list(PageRequest page) {
        return InMemoryPages.cut(
                table.rows().map(ChannelHistory::channel),
                page,
                channel -> channel.id().value());
    }

    /** The totals of a creator's channel. */
    public Optional<ChannelTotals> totalsOf(CreatorId creator) {
        return table.rows()
                .filter(history -> history.channel().creator().equals(creator))
                .map(ChannelHistory::totals)
                .findAny();
    }

    @Override
    public void add(Channel channel) {
        if (!table.insert(channel.id(), ChannelHistory.of(channel))) {
            throw new IllegalStateException("there is such a channel already");
        }
    }

    @Override
    public void store(ChannelId id, ChannelSnapshot snapshot, Instant syncedAt) {
        if (!table.update(id, history -> Optional.of(history.with(snapshot, syncedAt)))) {
            throw new IllegalStateException("there is no such channel");
        }
    }

    @Override
    public int forgetFigures(LocalDate before, int limit) {
        List<ChannelId> ids =
                table.rows().map(history -> history.channel().id()).toList();
        int left = limit;
        for (ChannelId id : ids) {
            int most = left;
            int known = figures(id);
            table.update(id, history -> Optional.of(history.forgetting(before, most)));
            left -= known - figures(id);
        }
        return limit - left;
    }

    private int figures(ChannelId id) {
        return table.find(id).map(ChannelHistory::figures).orElse(0);
    }

    @Override
    public Optional<ChannelStatistics> statistics(ChannelId id) {
        return table.find(id).map(ChannelHistory::statistics);
    }
}
