package dev.sluice.application.channel;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.channel.VideoSnapshot;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A creator's channel and what YouTube says about it. */
final class SampleChannel {

    private SampleChannel() {}

    /** A channel on record. */
    static Channel stored(InMemoryRepositories repositories) {
        Creator creator = SampleShop.creator();
        Channel channel = new Channel(
                new ChannelId(UUID.randomUUID()), creator.id(), new YouTubeChannelId("UC0123456789012345678901"));
        repositories.transactions().run(() -> {
            repositories.creators().add(creator);
            repositories.channels().add(channel);
        });
        return channel;
    }

    static ChannelSnapshot snapshot(long views) {
        VideoSnapshot video =
                new VideoSnapshot("dQw4w9WgXcQ", "Winter light", Instant.parse("2026-01-01T00:00:00Z"), views, 7, 3);
        return new ChannelSnapshot("Nordlicht", new ChannelTotals(1200, views, 1), List.of(video));
    }
}
