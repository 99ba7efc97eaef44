package dev.sluice.adapters.persistence.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.LargeShops;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.adapters.persistence.RowsRead;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.Channels;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("long")
final class StatisticsPlanIT {

    @ParameterizedTest
    @EnumSource
    void statisticsReadTwoDaysOfEachVideoHoweverManyThereAre(PostgresVersion version) {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);
        Channels channels = fixture.get(Channels.class);
        ChannelId channel =
                new ChannelId(new LargeShops(fixture.dsl()).withFigures(5).getFirst());

        Map<String, Long> rows = new RowsRead(fixture)
                .of(() -> assertThat(channels.statistics(channel)).isPresent());

        // A few more for the channel's latest day.
        assertThat(rows.get("video_days")).isBetween(2L * LargeShops.VIDEOS, 2L * LargeShops.VIDEOS + 10);
        assertThat(rows.get("videos")).isBetween((long) LargeShops.VIDEOS, LargeShops.VIDEOS + RowsRead.PLANNER);
    }
}
