package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.cache.RecordedInvalidations;
import dev.sluice.application.cache.RepairInvalidations;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.job.testkit.TestedJob;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import dev.sluice.domain.channel.InMemoryChannelSource;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
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
    private final InvalidateReads invalidating = new InvalidateReads(
            repositories.transactions(), repositories.pendingInvalidations(), invalidations, new Ids(clock));
    private final ManualEngine engine = new ManualEngine(clock, repositories.transactions())
            .with(new RefreshChannel(repositories.channels(), source, invalidating, clock));

    @Test
    void whatYouTubeSaysIsStoredWithItsTime() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        assertThat(refresh(channel.id())).succeeded();
        assertThat(statistics().title()).isEqualTo("Nordlicht");
        assertThat(statistics().totals()).isEqualTo(SampleChannel.snapshot(500).totals());
        assertThat(statistics().asOf()).isEqualTo(NOON);
    }

    @Test
    void theJobShowsWhatItBroughtAndThatItIsThrough() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        assertThat(refresh(channel.id()))
                .hasProgress(100, "stored")
                .hasResult(new RefreshChannel.Result(1_200, 500, 1));
    }

    @Test
    void theJobShowsHowFarItHasRead() {
        ChannelSource halfway = (id, percent) -> {
            percent.accept(50);
            throw new RetryableFailure("YouTube is busy", new IllegalStateException());
        };
        ManualEngine other = new ManualEngine(clock, repositories.transactions())
                .with(new RefreshChannel(repositories.channels(), halfway, invalidating, clock));
        JobId job = other.enqueue(RefreshChannel.TYPE, RefreshChannel.Payload.of(channel.id()));
        other.runDue();
        assertThat(other.job(job)).hasProgress(45, "reading videos");
    }

    @Test
    void withoutQuotaItWaitsForMoreWithoutUsingAnAttempt() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        source.putOffNext(new SourceAnswer.NotNow(Duration.ofHours(9), "the quota is used up"));
        TestedJob waiting = refresh(channel.id());
        assertThat(waiting)
                .hasState(JobState.SCHEDULED)
                .hasAttempts(0)
                .hasErrors()
                .isDueAt(NOON.plus(Duration.ofHours(9)))
                .hasProgress(0, "waits: the quota is used up");
        engine.runDueAfter(Duration.ofHours(9));
        assertThat(engine.job(waiting.id())).succeeded().hasAttempts(1);
    }

    @Test
    void anOvertakenSynchronisationDoesNotBringOldFiguresBack() {
        ChannelSource slow = (id, percent) -> {
            clock.advance(Duration.ofMinutes(1));
            source.put(channel.youTubeId(), SampleChannel.snapshot(600));
            assertThat(refresh(channel.id())).succeeded();
            return new SourceAnswer.Found(SampleChannel.snapshot(500));
        };
        ManualEngine other = new ManualEngine(clock, repositories.transactions())
                .with(new RefreshChannel(repositories.channels(), slow, invalidating, clock));
        JobId job = other.enqueue(RefreshChannel.TYPE, RefreshChannel.Payload.of(channel.id()));
        other.runDue();
        assertThat(other.job(job)).succeeded();
        assertThat(statistics().totals().views()).isEqualTo(600);
        assertThat(statistics().asOf()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    }

    @Test
    void anAttemptThatIsRepeatedOnTheSameDayChangesNothing() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        refresh(channel.id());
        ChannelStatistics first = statistics();
        refresh(channel.id());
        assertThat(statistics()).isEqualTo(first);
    }

    @Test
    void whatYouTubeRefusesForGoodIsGivenUp() {
        source.failNext(new FinalFailure("YouTube refuses for good: 403"));
        assertThat(refresh(channel.id())).died().hasAttempts(1).hasErrors("YouTube refuses for good: 403");
    }

    @Test
    void eachFailureMakesItWaitLonger() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        for (int failure = 0; failure < 4; failure++) {
            source.failNext(new RetryableFailure("YouTube is busy", new IllegalStateException()));
        }
        TestedJob failed = refresh(channel.id());
        engine.runDueAfter(Duration.ofSeconds(30));
        engine.runDueAfter(Duration.ofSeconds(47));
        assertThat(engine.job(failed.id())).hasAttempts(2);
        engine.runDueAfter(Duration.ofSeconds(13));
        engine.runDueAfter(Duration.ofMinutes(2));
        engine.runDueAfter(Duration.ofMinutes(4));
        assertThat(engine.job(failed.id())).succeeded().hasAttempts(5);
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
    void aChannelThatIsNotOnRecordIsTriedAgainAndNeverTakenForDone() {
        assertThat(refresh(new ChannelId(new UUID(0, 1))))
                .hasState(JobState.RETRYING)
                .hasErrors("the channel is not on record");
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
    void ifTheCacheCannotBeToldTheJobSucceedsAndTheRepairTellsIt() {
        invalidations.failNext(new RetryableFailure("the cache is out of reach", new IllegalStateException()));
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        assertThat(refresh(channel.id())).succeeded().hasAttempts(1);
        assertThat(invalidations.recorded()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        new RepairInvalidations(
                        repositories.transactions(),
                        repositories.pendingInvalidations(),
                        invalidations,
                        (times, counter, tags) -> {})
                .runOnce();
        assertThat(invalidations.recorded())
                .containsExactlyInAnyOrder(
                        "value:channel-statistics:public:" + channel.id().value(),
                        "value:portfolios:public:" + channel.creator().value());
    }

    @Test
    void ifTheChannelCannotBeStoredNothingIsRecordedAsWrong() {
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        ManualEngine failing = new ManualEngine(clock, repositories.transactions())
                .with(new RefreshChannel(repositories.channels(), source, invalidating, () -> {
                    throw new RetryableFailure("the clock has stopped", new IllegalStateException());
                }));
        JobId job = failing.enqueue(RefreshChannel.TYPE, RefreshChannel.Payload.of(channel.id()));
        failing.runDue();
        assertThat(failing.job(job)).hasState(JobState.RETRYING).hasErrors("the clock has stopped");
        assertThat(repositories.pendingInvalidations().waitingFor(Duration.ZERO, 9))
                .isEmpty();
        assertThat(invalidations.recorded()).isEmpty();
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
