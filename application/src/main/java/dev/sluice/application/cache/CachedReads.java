package dev.sluice.application.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.portfolio.Portfolio;
import java.time.Duration;
import java.util.List;

/** What Sluice caches: each heavy read with its key, for how long its value is served, and what makes it wrong. */
public final class CachedReads {

    /** Who may see what anybody may see. */
    private static final String PUBLIC = "public";

    /** Its sales are at most a minute old, unless the source fails. */
    private static final CacheRegion<Portfolio> PORTFOLIOS = new CacheRegion<>(
            "portfolios",
            Portfolio.class,
            CachePolicy.of(Duration.ofSeconds(30)).withStale(Duration.ofSeconds(30), Duration.ofHours(1)));

    private static final CacheRegion<ChannelStatistics> CHANNEL_STATISTICS = new CacheRegion<>(
            "channel-statistics",
            ChannelStatistics.class,
            CachePolicy.of(Duration.ofMinutes(10)).withStale(Duration.ofMinutes(10), Duration.ofHours(6)));

    private CachedReads() {}

    /** All regions, by their names. */
    public static List<CacheRegion<?>> regions() {
        return List.of(CHANNEL_STATISTICS, PORTFOLIOS);
    }

    /** Its sales may show up to its ttl late. */
    public static CacheKey<Portfolio> portfolio(CreatorId creator) {
        return PORTFOLIOS.key(PUBLIC, creator.value().toString());
    }

    public static CacheKey<ChannelStatistics> channelStatistics(ChannelId channel) {
        return CHANNEL_STATISTICS.key(PUBLIC, channel.value().toString());
    }

    /**
     * What is no longer right in the cache after a change: all that show what it changed, and nothing else.
     *
     * <p>That old daily figures are forgotten is none: a day that statistics still show for their ttl is as true as it was,
     * and to empty the region for it would have all channels fetched anew at once, each night.
     */
    static List<Invalidation> wrongAfter(Change change) {
        return switch (change) {
            case Change.Profile profile -> List.of(portfolio(profile.creator()).invalidation());
            case Change.Catalogue catalogue ->
                List.of(portfolio(catalogue.creator()).invalidation());
            case Change.Synchronisation channel ->
                List.of(
                        channelStatistics(channel.channel()).invalidation(),
                        portfolio(channel.creator()).invalidation());
        };
    }
}
