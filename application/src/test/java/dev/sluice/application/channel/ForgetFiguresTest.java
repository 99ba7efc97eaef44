package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.channel.VideoSnapshot;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgetFiguresTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEEP = Duration.ofDays(30);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T23:30:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final Channel channel = SampleChannel.stored(repositories);
    private final ForgetFigures forgetting =
            new ForgetFigures(repositories.transactions(), repositories.channels(), clock, KEEP);

    @Test
    void figuresAreForgottenWhenTheirDayIsOldEnoughAndNotBefore() {
        store(SampleChannel.snapshot(500));
        clock.advance(KEEP);
        forgetting.runOnce();
        assertThat(statistics().topVideos()).hasSize(1);
        clock.advance(Duration.ofMinutes(30));
        forgetting.runOnce();
        assertThat(statistics().topVideos()).isEmpty();
    }

    @Test
    void theGrowthOfAChannelThatIsSynchronisedEachDayStaysTheSame() {
        for (int day = 0; day < 60; day++) {
            store(SampleChannel.snapshot(1_000L + day * (long) day));
            clock.advance(DAY);
        }
        ChannelStatistics before = statistics();
        forgetting.runOnce();
        assertThat(statistics().topVideos()).isEqualTo(before.topVideos());
        assertThat(statistics().viewsPerDay()).hasSize(30).isSubsetOf(before.viewsPerDay());
    }

    @Test
    void manyOldFiguresTakeSeveralRuns() {
        List<VideoSnapshot> videos = IntStream.rangeClosed(0, 5_000)
                .mapToObj(number -> new VideoSnapshot("v" + number, "Video", Instant.EPOCH, 1, 0, 0))
                .toList();
        store(new ChannelSnapshot("Nordlicht", new ChannelTotals(0, 0, 0), videos));
        clock.advance(KEEP.plus(DAY));
        assertThat(forgetting.runOnce()).isTrue();
        assertThat(forgetting.runOnce()).isFalse();
        assertThat(statistics().topVideos()).isEmpty();
    }

    @Test
    void whatTheGrowthNeedsIsKept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForgetFigures(
                        repositories.transactions(), repositories.channels(), clock, Duration.ofDays(28)));
    }

    private void store(ChannelSnapshot snapshot) {
        repositories.transactions().run(() -> repositories.channels().store(channel.id(), snapshot, clock.instant()));
    }

    private ChannelStatistics statistics() {
        return repositories.channels().statistics(channel.id()).orElseThrow();
    }
}
