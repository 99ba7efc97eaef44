package dev.sluice.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.ChannelStatistics.DayViews;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Channels} does. */
public interface ChannelsContract {

    Ids IDS = new Ids(InstantSource.system());
    ChannelId UNKNOWN = new ChannelId(new UUID(0, 1));
    ChannelTotals TOTALS = new ChannelTotals(1_000, 50_000, 3);
    Instant PUBLISHED = Instant.parse("2025-12-24T18:00:00Z");
    LocalDate DAY = LocalDate.parse("2026-03-01");

    Repositories repositories();

    @Test
    default void aChannelIsFoundAsItWasAdded() {
        Channel channel = added();

        assertThat(channels().find(channel.id())).contains(channel);
    }

    @Test
    default void anUnknownChannelIsNotFound() {
        assertThat(channels().find(UNKNOWN)).isEmpty();
        assertThat(channels().statistics(UNKNOWN)).isEmpty();
        assertThatThrownBy(() -> store(UNKNOWN, 0, video("a", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void listsRunFromTheNewestChannelToTheOldest() {
        List<Channel> newestFirst = Stream.generate(this::added)
                .limit(3)
                .sorted(Comparator.comparing(
                                (Channel channel) -> channel.id().value().toString())
                        .reversed())
                .toList();

        Page<Channel> first = channels().list(PageRequest.first(2));
        Page<Channel> second = channels().list(new PageRequest(2, first.next()));

        assertThat(first.items()).containsExactlyElementsOf(newestFirst.subList(0, 2));
        assertThat(second.items()).containsExactly(newestFirst.getLast());
        assertThat(second.next()).isNull();
    }

    @Test
    default void aChannelThatWasNeverSynchronisedHasNoFigures() {
        Channel channel = added();

        assertThat(channels().statistics(channel.id()))
                .contains(new ChannelStatistics(
                        channel.id(), "", new ChannelTotals(0, 0, 0), List.of(), List.of(), null));
    }

    @Test
    default void aSynchronisationBringsTitleTotalsAndItsTime() {
        Channel channel = added();

        store(channel.id(), 0, video("a", 100));

        ChannelStatistics statistics = statistics(channel);
        assertThat(statistics.title()).isEqualTo("Nordlicht");
        assertThat(statistics.totals()).isEqualTo(TOTALS);
        assertThat(statistics.asOf()).isEqualTo(noonOf(0));
    }

    @Test
    default void aDayBringsTheDifferenceFromTheDayBeforeAndAVideosFirstDayNothing() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100), video("b", 10));
        store(channel.id(), 1, video("a", 150), video("b", 15), video("new", 7_000));
        store(channel.id(), 2, video("a", 151), video("b", 15), video("new", 7_002));

        assertThat(statistics(channel).viewsPerDay())
                .containsExactly(new DayViews(DAY.plusDays(1), 55), new DayViews(DAY.plusDays(2), 3));
    }

    @Test
    default void viewsThatYouTubeTakesBackDoNotCountAgainstAnotherVideo() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100), video("b", 10));
        store(channel.id(), 1, video("a", 40), video("b", 30));

        assertThat(statistics(channel).viewsPerDay()).containsExactly(new DayViews(DAY.plusDays(1), 20));
    }

    @Test
    default void aSecondSynchronisationOfOneDayReplacesTheFirst() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100));
        store(channel.id(), 1, video("a", 110));
        store(channel.id(), 1, video("a", 130));

        assertThat(statistics(channel).viewsPerDay()).containsExactly(new DayViews(DAY.plusDays(1), 30));
        assertThat(statistics(channel).topVideos()).containsExactly(new VideoGrowth("a", "Video a", 130, 30));
    }

    @Test
    default void daysAreThoseOfUtc() {
        Channel channel = added();
        store(channel, Instant.parse("2026-03-01T23:59:59Z"), video("a", 100));
        store(channel, Instant.parse("2026-03-02T00:00:00Z"), video("a", 108));

        assertThat(statistics(channel).viewsPerDay()).containsExactly(new DayViews(DAY.plusDays(1), 8));
    }

    @Test
    default void growthIsThatOfTwentyEightDaysOrOfAYoungVideosWholeLife() {
        Channel channel = added();
        store(channel.id(), 0, video("old", 100));
        store(channel.id(), 2, video("old", 130));
        store(channel.id(), 20, video("old", 150), video("young", 5));
        store(channel.id(), 30, video("old", 180), video("young", 65));

        assertThat(statistics(channel).topVideos())
                .containsExactly(
                        new VideoGrowth("young", "Video young", 65, 60), new VideoGrowth("old", "Video old", 180, 50));
    }

    @Test
    default void growthStartsAtTheLastFiguresBeforeADayWithoutAny() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100));
        store(channel.id(), 1, video("a", 120));
        store(channel.id(), 5, video("a", 150));
        store(channel.id(), 30, video("a", 200));

        assertThat(statistics(channel).topVideos()).containsExactly(new VideoGrowth("a", "Video a", 200, 80));
    }

    @Test
    default void aVideoThatIsGoneLeavesTheTopButKeepsItsPast() {
        Channel channel = added();
        store(channel.id(), 0, video("gone", 100), video("a", 1));
        store(channel.id(), 1, video("gone", 900), video("a", 2));
        store(channel.id(), 2, video("a", 4));

        assertThat(statistics(channel).viewsPerDay())
                .containsExactly(new DayViews(DAY.plusDays(1), 801), new DayViews(DAY.plusDays(2), 2));
        assertThat(statistics(channel).topVideos()).containsExactly(new VideoGrowth("a", "Video a", 4, 3));
    }

    @Test
    default void aVideoThatComesBackCountsAgain() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 10));
        store(channel.id(), 1);
        store(channel.id(), 2, video("a", 30));

        assertThat(statistics(channel).viewsPerDay()).containsExactly(new DayViews(DAY.plusDays(2), 20));
        assertThat(statistics(channel).topVideos()).containsExactly(new VideoGrowth("a", "Video a", 30, 20));
    }

    @Test
    default void aVideoFollowsItsNewTitle() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 10));
        store(channel.id(), 1, new VideoSnapshot("a", "Renamed", PUBLISHED, 11, 0, 0));

        assertThat(statistics(channel).topVideos()).containsExactly(new VideoGrowth("a", "Renamed", 11, 1));
    }

    @Test
    default void aVideoThatASnapshotHoldsTwiceCountsOnce() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 10), video("a", 10));
        store(channel.id(), 1, video("a", 15), video("a", 15));

        assertThat(statistics(channel).viewsPerDay()).containsExactly(new DayViews(DAY.plusDays(1), 5));
    }

    @Test
    default void theTopHoldsTenVideos() {
        Channel channel = added();
        store(
                channel.id(),
                0,
                IntStream.range(0, 12).mapToObj(i -> video("v" + i, 0)).toArray(VideoSnapshot[]::new));
        store(
                channel.id(),
                1,
                IntStream.range(0, 12).mapToObj(i -> video("v" + i, i)).toArray(VideoSnapshot[]::new));

        assertThat(statistics(channel).topVideos())
                .extracting(VideoGrowth::growth)
                .containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L);
    }

    @Test
    default void anOlderSynchronisationThatComesLaterChangesNothing() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100));
        store(channel.id(), 2, video("a", 130), video("new", 5));
        ChannelStatistics before = statistics(channel);

        store(channel.id(), 1, video("a", 110), video("b", 1));

        assertThat(statistics(channel)).isEqualTo(before);
    }

    @Test
    default void repeatingASynchronisationChangesNothing() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100));
        store(channel.id(), 1, video("a", 130));
        ChannelStatistics before = statistics(channel);

        store(channel.id(), 1, video("a", 130));

        assertThat(statistics(channel)).isEqualTo(before);
    }

    @Test
    default void figuresOfDaysBeforeOneAreForgotten() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100), video("b", 10));
        store(channel.id(), 1, video("a", 110), video("b", 20));
        store(channel.id(), 2, video("a", 130), video("b", 21));

        assertThat(forget(DAY, 10)).isZero();
        assertThat(forget(DAY.plusDays(1), 10)).isEqualTo(2);
        assertThat(statistics(channel).topVideos())
                .containsExactly(new VideoGrowth("a", "Video a", 130, 20), new VideoGrowth("b", "Video b", 21, 1));
    }

    @Test
    default void whatADayBroughtIsKeptAsLongAsTheDay() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100));
        store(channel.id(), 1, video("a", 110));
        store(channel.id(), 2, video("a", 130));

        forget(DAY.plusDays(1), 10);
        assertThat(statistics(channel).viewsPerDay())
                .containsExactly(new DayViews(DAY.plusDays(1), 10), new DayViews(DAY.plusDays(2), 20));

        forget(DAY.plusDays(2), 10);
        assertThat(statistics(channel).viewsPerDay()).containsExactly(new DayViews(DAY.plusDays(2), 20));
    }

    @Test
    default void noMoreFiguresAreForgottenAtATimeThanAskedFor() {
        Channel channel = added();
        Channel other = added();
        store(channel.id(), 0, video("a", 1), video("b", 1), video("c", 1));
        store(other.id(), 0, video("d", 1), video("e", 1));

        assertThat(forget(DAY.plusDays(1), 2)).isEqualTo(2);
        assertThat(forget(DAY.plusDays(1), 2)).isEqualTo(2);
        assertThat(forget(DAY.plusDays(1), 2)).isEqualTo(1);
        assertThat(forget(DAY.plusDays(1), 2)).isZero();
    }

    @Test
    default void aChannelWhoseFiguresAreAllForgottenKeepsItsTotalsAndBeginsAnew() {
        Channel channel = added();
        store(channel.id(), 0, video("a", 100));
        forget(DAY.plusDays(40), 10);

        assertThat(statistics(channel).totals()).isEqualTo(TOTALS);
        assertThat(statistics(channel).viewsPerDay()).isEmpty();
        assertThat(statistics(channel).topVideos()).isEmpty();

        store(channel.id(), 40, video("a", 900));

        assertThat(statistics(channel).topVideos()).containsExactly(new VideoGrowth("a", "Video a", 900, 0));
    }

    @Test
    default void whatThirtyDaysHoldIsEnoughForTheGrowthOfTwentyEight() {
        Channel channel = added();
        for (int day = 0; day <= 60; day++) {
            store(channel.id(), day, video("a", 1_000L + day * (long) day), video("b", day));
        }
        ChannelStatistics before = statistics(channel);

        // As on the day after, when that day's synchronisation has not come yet.
        assertThat(forget(DAY.plusDays(61 - 30), 1_000)).isEqualTo(62);

        assertThat(statistics(channel).topVideos()).isEqualTo(before.topVideos());
        assertThat(statistics(channel).viewsPerDay())
                .isEqualTo(before.viewsPerDay().subList(30, 60));
    }

    @Test
    default void statisticsOfRandomHistoriesEqualThoseWorkedOutThePlainWay() {
        Channel channel = added();
        Channel other = added();
        Channels plain = InMemoryRepositories.empty().channels();
        plain.add(channel);
        Random random = new Random(20261123);

        for (int day : List.of(0, 1, 2, 3, 7, 8, 20, 29, 30, 33, 36)) {
            ChannelSnapshot snapshot = snapshot(randomVideos(random));
            plain.store(channel.id(), snapshot, noonOf(day));
            repositories().transactions().run(() -> channels().store(channel.id(), snapshot, noonOf(day)));
            store(other.id(), day, video("other", random.nextInt(1_000)));
        }

        assertThat(statistics(channel)).isEqualTo(plain.statistics(channel.id()).orElseThrow());
        assertThat(forget(DAY.plusDays(8), 1_000)).isPositive();
        plain.forgetFigures(DAY.plusDays(8), 1_000);
        assertThat(statistics(channel)).isEqualTo(plain.statistics(channel.id()).orElseThrow());
    }

    private static VideoSnapshot[] randomVideos(Random random) {
        List<VideoSnapshot> videos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(4) > 0) {
                videos.add(video("video-" + i, random.nextInt(1_000)));
            }
        }
        return videos.toArray(VideoSnapshot[]::new);
    }

    private static VideoSnapshot video(String id, long views) {
        return new VideoSnapshot(id, "Video " + id, PUBLISHED, views, views / 10, views / 100);
    }

    private static ChannelSnapshot snapshot(VideoSnapshot... videos) {
        return new ChannelSnapshot("Nordlicht", TOTALS, Arrays.asList(videos));
    }

    private static Instant noonOf(int day) {
        return Instant.parse("2026-03-01T12:00:00Z").plus(day, ChronoUnit.DAYS);
    }

    private Channels channels() {
        return repositories().channels();
    }

    private int forget(LocalDate before, int limit) {
        return repositories().transactions().call(() -> channels().forgetFigures(before, limit));
    }

    private ChannelStatistics statistics(Channel channel) {
        return channels().statistics(channel.id()).orElseThrow();
    }

    private void store(ChannelId id, int day, VideoSnapshot... videos) {
        repositories().transactions().run(() -> channels().store(id, snapshot(videos), noonOf(day)));
    }

    private void store(Channel channel, Instant at, VideoSnapshot video) {
        repositories().transactions().run(() -> channels().store(channel.id(), snapshot(video), at));
    }

    private Channel added() {
        Creator creator = SampleShop.creator();
        UUID id = IDS.next();
        Channel channel = new Channel(new ChannelId(id), creator.id(), new YouTubeChannelId("UC" + id));
        repositories().creators().add(creator);
        channels().add(channel);
        return channel;
    }
}
