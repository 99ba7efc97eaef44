package dev.sluice.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.portfolio.Portfolio;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CachedReadsTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-0000000000c1");

    @Test
    void aPortfolioIsPublicAndUpToAMinuteOld() {
        CacheKey<Portfolio> key = CachedReads.portfolio(new CreatorId(ID));
        assertThat(key.text()).isEqualTo("value:portfolios:public:" + ID);
        assertThat(longest(key)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aChannelsStatisticsArePublicAndUpToTwentyMinutesOld() {
        CacheKey<ChannelStatistics> key = CachedReads.channelStatistics(new ChannelId(ID));
        assertThat(key.text()).isEqualTo("value:channel-statistics:public:" + ID);
        assertThat(longest(key)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void aProfileAndACatalogueMakeThePortfolioWrong() {
        Invalidation portfolio = CachedReads.portfolio(new CreatorId(ID)).invalidation();
        assertThat(CachedReads.wrongAfter(new Change.Profile(new CreatorId(ID))))
                .containsExactly(portfolio);
        assertThat(CachedReads.wrongAfter(new Change.Catalogue(new CreatorId(ID))))
                .containsExactly(portfolio);
    }

    @Test
    void aSynchronisationMakesTheStatisticsAndThePortfolioWrong() {
        ChannelId channel = new ChannelId(UUID.fromString("01930000-0000-7000-8000-0000000000c2"));
        assertThat(CachedReads.wrongAfter(new Change.Synchronisation(channel, new CreatorId(ID))))
                .containsExactly(
                        CachedReads.channelStatistics(channel).invalidation(),
                        CachedReads.portfolio(new CreatorId(ID)).invalidation());
    }

    /** How old a value gets while its source works. */
    private static Duration longest(CacheKey<?> key) {
        CachePolicy policy = key.region().policy();
        return policy.ttl().plus(policy.staleWhileRefreshed());
    }
}
