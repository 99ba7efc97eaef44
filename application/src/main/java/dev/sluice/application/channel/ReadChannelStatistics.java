package dev.sluice.application.channel;

import dev.sluice.application.cache.CachedReads;
import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.Channels;
import java.util.Optional;

/** Reads a channel's statistics through the cache. */
public final class ReadChannelStatistics {

    private final ReadCache cache;
    private final Channels channels;

    public ReadChannelStatistics(ReadCache cache, Channels channels) {
        this.cache = cache;
        this.channels = channels;
    }

    /** @return the encoded {@link ChannelStatistics}, or empty if there is no such channel */
    public Optional<CachedValue> read(ChannelId channel) {
        CacheKey<ChannelStatistics> key = CachedReads.channelStatistics(channel);
        return cache.getOrFetch(key, key.region().policy().ttl(), () -> channels.statistics(channel));
    }

    /** @return the same from this process's memory alone, or empty if they have to be read */
    public Optional<CachedValue> recall(ChannelId channel) {
        return cache.recall(CachedReads.channelStatistics(channel));
    }
}
