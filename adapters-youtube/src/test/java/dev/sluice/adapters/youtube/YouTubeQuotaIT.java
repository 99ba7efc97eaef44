package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.InMemoryQuotaLedger;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.embedded.youtube.FakeYouTube;
import dev.sluice.embedded.youtube.FakeYouTubeOptions;
import dev.sluice.embedded.youtube.YouTubeFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How calls are counted and bounded. A channel of the fake has 120 videos, and so takes 1 + 2 * 3 units. */
class YouTubeQuotaIT {

    private static final YouTubeChannelId CHANNEL = new YouTubeChannelId("UCabcdefghijklmnopqrstuv");

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    /** Noon of the day in Pacific Time. */
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T20:00:00Z"));

    private final FakeYouTube youTube =
            FakeYouTube.start(FakeYouTubeOptions.defaults().withClock(Clock.fixed(clock.instant(), ZoneOffset.UTC)));
    private final InMemoryQuotaLedger ledger = new InMemoryQuotaLedger();
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final Metrics metrics = (times, counter, tags) -> counted.add(counter + " " + String.join(" ", tags));

    @AfterEach
    void stop() {
        youTube.close();
    }

    @Test
    void eachCallCostsAUnit() {
        assertThat(fetch(source(10_000))).isInstanceOf(SourceAnswer.Found.class);
        assertThat(youTube.calls()).isEqualTo(7);
        assertThat(ledger.used(TODAY)).isEqualTo(7);
        assertThat(counted)
                .containsExactly(
                        "youtube.units resource channels outcome answered",
                        "youtube.units resource playlistItems outcome answered",
                        "youtube.units resource videos outcome answered",
                        "youtube.units resource playlistItems outcome answered",
                        "youtube.units resource videos outcome answered",
                        "youtube.units resource playlistItems outcome answered",
                        "youtube.units resource videos outcome answered");
    }

    @Test
    void aCallThatFailsCostsAUnitToo() {
        youTube.failNext(1, YouTubeFailure.BACKEND_ERROR);
        assertThatThrownBy(() -> fetch(source(10_000))).isInstanceOf(RetryableFailure.class);
        assertThat(ledger.used(TODAY)).isEqualTo(1);
        assertThat(counted).containsExactly("youtube.units resource channels outcome failed");
    }

    @Test
    void whatHasNotChangedIsNotSentAgainAndCostsTheSame() {
        ChannelSource source = source(10_000);
        SourceAnswer first = fetch(source);
        counted.clear();
        assertThat(fetch(source)).isEqualTo(first);
        assertThat(counted).hasSize(7).allMatch(count -> count.endsWith("outcome unchanged"));
        assertThat(ledger.used(TODAY)).isEqualTo(14);
    }

    @Test
    void whatHasChangedIsSentAgain() {
        ChannelSource source = source(10_000);
        fetch(source);
        counted.clear();
        youTube.makePrivate(youTube.videoIds(CHANNEL.value()).getFirst());
        assertThat(fetch(source))
                .isInstanceOfSatisfying(
                        SourceAnswer.Found.class,
                        found -> assertThat(found.snapshot().videos()).hasSize(119));
        assertThat(counted).contains("youtube.units resource videos outcome answered");
    }

    @Test
    void theBoundHoldsForAllSourcesTogether() {
        assertThat(fetch(source(13))).isInstanceOf(SourceAnswer.Found.class);
        assertThat(fetch(source(13))).isInstanceOf(SourceAnswer.NotNow.class);
        assertThat(ledger.used(TODAY)).isLessThanOrEqualTo(13);
        assertThat(fetch(source(20))).isInstanceOf(SourceAnswer.Found.class);
    }

    @Test
    void whatCannotBeFinishedTodayIsNotBegun() {
        ledger.take(TODAY, 6, 12);
        assertThat(fetch(source(12))).isInstanceOf(SourceAnswer.NotNow.class);
        assertThat(youTube.calls("channels")).isEqualTo(1);
        assertThat(youTube.calls("playlistItems")).isZero();
        assertThat(ledger.used(TODAY)).isEqualTo(7);
    }

    @Test
    void withoutUnitsNothingIsCalledUntilTheNextDayOfPacificTime() {
        ledger.useUp(TODAY, 100);
        ChannelSource source = source(100);
        assertThat(fetch(source))
                .isEqualTo(new SourceAnswer.NotNow(
                        Duration.ofHours(12).plusMinutes(1), "the day's quota of YouTube is used up"));
        assertThat(youTube.calls()).isZero();
        clock.advance(Duration.ofHours(12).plusMinutes(1));
        assertThat(fetch(source)).isInstanceOf(SourceAnswer.Found.class);
        assertThat(ledger.used(TODAY.plusDays(1))).isEqualTo(7);
    }

    @Test
    void whatYouTubeSaysIsUsedUpIsNotCalledAgainThatDay() {
        youTube.failNext(1, YouTubeFailure.QUOTA_EXCEEDED);
        assertThat(fetch(source(100))).isInstanceOf(SourceAnswer.NotNow.class);
        assertThat(fetch(source(100))).isInstanceOf(SourceAnswer.NotNow.class);
        assertThat(youTube.calls()).isEqualTo(1);
    }

    @Test
    void aChannelThatNoDayHasUnitsForIsGivenUp() {
        assertThatThrownBy(() -> fetch(source(6))).isInstanceOf(FinalFailure.class);
        assertThat(ledger.used(TODAY)).isEqualTo(1);
    }

    @Test
    void unitsThatWereNotNeededAreGivenBack() {
        youTube.omit("nextPageToken");
        assertThat(fetch(source(10_000))).isInstanceOf(SourceAnswer.Found.class);
        assertThat(youTube.calls()).isEqualTo(3);
        assertThat(ledger.used(TODAY)).isEqualTo(3);
    }

    @Test
    void pagesThatWereNotExpectedCostWhatTheyCost() {
        youTube.omit("videoCount");
        assertThat(fetch(source(10_000))).isInstanceOf(SourceAnswer.Found.class);
        assertThat(ledger.used(TODAY)).isEqualTo(7);
    }

    private ChannelSource source(int dailyQuota) {
        return Sources.of(youTube, dailyQuota, ledger, clock, metrics);
    }

    private static SourceAnswer fetch(ChannelSource source) {
        return source.fetch(CHANNEL, percent -> {});
    }
}
