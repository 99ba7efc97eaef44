package dev.sluice.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ChannelSource} does. */
public interface ChannelSourceContract {

    ChannelSource source();

    /** A channel that has videos, more than one answer of YouTube holds. */
    YouTubeChannelId known();

    /** A channel that YouTube does not know. */
    YouTubeChannelId unknown();

    /** Lets the next call fail as if YouTube were out of order. */
    void failNext();

    /** Lets the next call find the day's quota used up. */
    void useUpQuota();

    @Test
    default void readsAChannelWithAllItsVideos() {
        ChannelSnapshot snapshot = snapshot();
        assertThat(snapshot.title()).isNotBlank();
        assertThat(snapshot.totals().views()).isPositive();
        assertThat(snapshot.totals().subscribers()).isPositive();
        assertThat(snapshot.totals().videos()).isGreaterThan(50);
        assertThat(snapshot.videos()).hasSize((int) snapshot.totals().videos());
    }

    @Test
    default void readsEachVideoOnce() {
        assertThat(snapshot().videos()).extracting(VideoSnapshot::youTubeId).doesNotHaveDuplicates();
    }

    @Test
    default void readsTheFiguresOfAVideo() {
        assertThat(snapshot().videos()).allSatisfy(video -> {
            assertThat(video.title()).isNotBlank();
            assertThat(video.views()).isPositive();
            assertThat(video.likes()).isLessThanOrEqualTo(video.views());
            assertThat(video.comments()).isNotNegative();
        });
    }

    @Test
    default void knowsNothingOfAnUnknownChannel() {
        assertThat(fetch(unknown())).isEqualTo(new SourceAnswer.Unknown());
    }

    @Test
    default void aCallThatFailedMayBeTriedAgain() {
        failNext();
        assertThatThrownBy(() -> fetch(known())).isInstanceOf(RetryableFailure.class);
        assertThat(fetch(known())).isInstanceOf(SourceAnswer.Found.class);
    }

    @Test
    default void withoutQuotaTheChannelIsToBeReadLater() {
        useUpQuota();
        assertThat(fetch(known())).isInstanceOfSatisfying(SourceAnswer.NotNow.class, later -> {
            assertThat(later.delay()).isPositive().isLessThan(Duration.ofHours(26));
            assertThat(later.reason()).contains("quota");
        });
    }

    @Test
    default void tellsHowMuchHasBeenRead() {
        List<Integer> told = new ArrayList<>();
        source().fetch(known(), told::add);
        assertThat(told).hasSizeGreaterThan(1).isSorted().endsWith(100);
    }

    @Test
    default void whoeverIsToldMayEndTheReading() {
        IllegalStateException end = new IllegalStateException("the claim is lost");
        assertThatThrownBy(() -> source().fetch(known(), percent -> {
                    throw end;
                }))
                .isSameAs(end);
    }

    private SourceAnswer fetch(YouTubeChannelId id) {
        return source().fetch(id, percent -> {});
    }

    private ChannelSnapshot snapshot() {
        return ((SourceAnswer.Found) fetch(known())).snapshot();
    }
}
