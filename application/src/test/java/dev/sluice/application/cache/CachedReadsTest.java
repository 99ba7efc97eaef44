package dev.sluice.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.ChannelId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CachedReadsTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-0000000000c1");

    @Test
    void aPortfolioIsPublicAndUpToAMinuteOld() {
        assertThat(CachedReads.portfolio(new CreatorId(ID)).text()).isEqualTo("sluice:portfolios:v1:public:" + ID);
        assertThat(CachedReads.portfolio(new CreatorId(ID)).region().ttl()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aChannelsStatisticsArePublicAndUpToTenMinutesOld() {
        assertThat(CachedReads.channelStatistics(new ChannelId(ID)).text())
                .isEqualTo("sluice:channel-statistics:v1:public:" + ID);
        assertThat(CachedReads.channelStatistics(new ChannelId(ID)).region().ttl())
                .isEqualTo(Duration.ofMinutes(10));
    }
}
