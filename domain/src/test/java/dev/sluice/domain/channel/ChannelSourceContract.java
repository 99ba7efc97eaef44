package dev.sluice.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.failure.RetryableFailure;
import org.junit.jupiter.api.Test;

/** What every {@link ChannelSource} does. */
public interface ChannelSourceContract {

    ChannelSource source();

    /** A channel that has videos, more than one answer of YouTube holds. */
    YouTubeChannelId known();

    /** A channel that YouTube does not know. */
    YouTubeChannelId unknown();

    /** Lets the next call fail as if YouTube were out of quota. */
    void failNext();

    @Test
    default void readsAChannelWithAllItsVideos() {
        ChannelSnapshot snapshot = source().fetch(known()).orElseThrow();
        assertThat(snapshot.title()).isNotBlank();
        assertThat(snapshot.totals().views()).isPositive();
        assertThat(snapshot.totals().subscribers()).isPositive();
        assertThat(snapshot.totals().videos()).isGreaterThan(50);
        assertThat(snapshot.videos()).hasSize((int) snapshot.totals().videos());
    }

    @Test
    default void readsEachVideoOnce() {
        assertThat(source().fetch(known()).orElseThrow().videos())
                .extracting(VideoSnapshot::youTubeId)
                .doesNotHaveDuplicates();
    }

    @Test
    default void readsTheFiguresOfAVideo() {
        assertThat(source().fetch(known()).orElseThrow().videos()).allSatisfy(video -> {
            assertThat(video.title()).isNotBlank();
            assertThat(video.views()).isPositive();
            assertThat(video.likes()).isLessThanOrEqualTo(video.views());
            assertThat(video.comments()).isNotNegative();
        });
    }

    @Test
    default void knowsNothingOfAnUnknownChannel() {
        assertThat(source().fetch(unknown())).isEmpty();
    }

    @Test
    default void aCallThatFailedMayBeTriedAgain() {
        failNext();
        assertThatThrownBy(() -> source().fetch(known())).isInstanceOf(RetryableFailure.class);
        assertThat(source().fetch(known())).isPresent();
    }
}
