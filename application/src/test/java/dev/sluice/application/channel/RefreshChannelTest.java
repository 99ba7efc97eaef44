package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.application.cache.RecordedInvalidations;
import dev.sluice.application.job.UnfencedRun;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import dev.sluice.domain.channel.InMemoryChannelSource;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryChannelSource source = new InMemoryChannelSource();
    private final RecordedInvalidations invalidations = new RecordedInvalidations(repositories.transactions());
    private final Channel channel = SampleChannel.stored(repositories);

    @Test
    void whatYouTubeSaysIsStoredWithItsTime() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        assertThat(refresh(channel.id())).isEqualTo(new JobOutcome.Done());
        assertThat(statistics().title()).isEqualTo("Nordlicht");
        assertThat(statistics().totals()).isEqualTo(SampleChannel.snapshot(500).totals());
        assertThat(statistics().asOf()).isEqualTo(NOON);
    }

    @Test
    void repeatingItOnOneDayReplacesTheFiguresOfThatDay() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        refresh(channel.id());
        source.put(channel.youTubeId(), SampleChannel.snapshot(600));
        clock.advance(Duration.ofHours(1));
        refresh(channel.id());
        assertThat(statistics().viewsPerDay()).isEmpty();
        assertThat(statistics().topVideos()).containsExactly(new VideoGrowth("dQw4w9WgXcQ", "Winter light", 600, 0));
    }

    @Test
    void theStatisticsAndThePortfolioAreInvalidatedAfterTheCommit() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        refresh(channel.id());
        assertThat(invalidations.recorded())
                .containsExactly(
                        "sluice:channel-statistics:v1:public:" + channel.id().value(),
                        "sluice:portfolios:v1:public:" + channel.creator().value());
    }

    @Test
    void anUnknownChannelIsGivenUp() {
        assertThat(refresh(new ChannelId(new UUID(0, 1)))).isInstanceOf(JobOutcome.Abandon.class);
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void aChannelThatYouTubeDoesNotKnowIsGivenUpAndKeepsWhatItHas() {
        assertThat(refresh(channel.id())).isInstanceOf(JobOutcome.Abandon.class);
        assertThat(statistics().asOf()).isNull();
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void whileYouTubeIsOutOfReachNothingChanges() {
        RetryableFailure failure = new RetryableFailure("YouTube is busy", new IllegalStateException());
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        source.failNext(failure);
        assertThatThrownBy(() -> refresh(channel.id())).isSameAs(failure);
        assertThat(statistics().asOf()).isNull();
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void ifTheCacheCannotBeToldTheAttemptFailsAndIsRepeated() {
        RetryableFailure failure = new RetryableFailure("the cache is out of reach", new IllegalStateException());
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        assertThatThrownBy(() -> refresh(channel.id(), key -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(refresh(channel.id())).isEqualTo(new JobOutcome.Done());
        assertThat(invalidations.recorded()).hasSize(2);
    }

    private JobOutcome refresh(ChannelId id) {
        return refresh(id, invalidations);
    }

    private JobOutcome refresh(ChannelId id, CacheInvalidations told) {
        return new RefreshChannel(repositories.channels(), source, told, clock)
                .handle(RefreshChannelPayload.of(id), new UnfencedRun(repositories.transactions()));
    }

    private ChannelStatistics statistics() {
        return repositories.channels().statistics(channel.id()).orElseThrow();
    }
}
