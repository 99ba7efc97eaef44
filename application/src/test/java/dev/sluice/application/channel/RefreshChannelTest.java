package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.RecordedInvalidations;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.job.testkit.TestedJob;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import dev.sluice.domain.channel.InMemoryChannelSource;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryChannelSource source = new InMemoryChannelSource();
    private final RecordedInvalidations invalidations = new RecordedInvalidations(repositories.transactions());
    private final Channel channel = SampleChannel.stored(repositories);
    private final Deque<RetryableFailure> cacheFailures = new ArrayDeque<>();
    private final ManualEngine engine = new ManualEngine(clock, repositories.transactions())
            .with(new RefreshChannel(repositories.channels(), source, this::invalidate, clock));

    private void invalidate(Invalidation invalidation) {
        if (!cacheFailures.isEmpty()) {
            throw cacheFailures.remove();
        }
        invalidations.invalidate(invalidation);
    }

    @Test
    void whatYouTubeSaysIsStoredWithItsTime() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        assertThat(refresh(channel.id())).succeeded();
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
                        "value:channel-statistics:public:" + channel.id().value(),
                        "value:portfolios:public:" + channel.creator().value());
    }

    @Test
    void anUnknownChannelIsGivenUp() {
        assertThat(refresh(new ChannelId(new UUID(0, 1)))).died().hasAttempts(1);
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void aChannelThatYouTubeDoesNotKnowIsGivenUpAndKeepsWhatItHas() {
        assertThat(refresh(channel.id())).died().hasAttempts(1);
        assertThat(statistics().asOf()).isNull();
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void whileYouTubeIsOutOfReachNothingChanges() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        source.failNext(new RetryableFailure("YouTube is busy", new IllegalStateException()));
        assertThat(refresh(channel.id())).hasState(JobState.RETRYING).hasErrors("YouTube is busy");
        assertThat(statistics().asOf()).isNull();
        assertThat(invalidations.recorded()).isEmpty();
    }

    @Test
    void ifTheCacheCannotBeToldTheAttemptFailsAndIsRepeated() {
        cacheFailures.add(new RetryableFailure("the cache is out of reach", new IllegalStateException()));
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        TestedJob failed = refresh(channel.id());
        assertThat(failed).hasErrors("the cache is out of reach");
        engine.runDueAfter(Duration.ofHours(1));
        assertThat(engine.job(failed.id())).succeeded();
        assertThat(invalidations.recorded()).hasSize(2);
    }

    private TestedJob refresh(ChannelId id) {
        JobId job = engine.enqueue(RefreshChannel.TYPE, RefreshChannel.Payload.of(id));
        engine.runDue();
        return engine.job(job);
    }

    private ChannelStatistics statistics() {
        return repositories.channels().statistics(channel.id()).orElseThrow();
    }
}
