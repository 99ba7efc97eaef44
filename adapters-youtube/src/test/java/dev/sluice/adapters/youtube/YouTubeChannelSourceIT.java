package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.ChannelSourceContract;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.channel.VideoSnapshot;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.embedded.youtube.FakeYouTube;
import dev.sluice.embedded.youtube.YouTubeFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeChannelSourceIT implements ChannelSourceContract {

    private final FakeYouTube youTube = FakeYouTube.start();
    private final ChannelSource source = Sources.at(youTube.uri(), youTube.apiKey(), Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        youTube.close();
    }

    @Override
    public ChannelSource source() {
        return source;
    }

    @Override
    public YouTubeChannelId known() {
        return new YouTubeChannelId("UCabcdefghijklmnopqrstuv");
    }

    @Override
    public YouTubeChannelId unknown() {
        YouTubeChannelId removed = new YouTubeChannelId("UC0123456789012345678901");
        youTube.removeChannel(removed.value());
        return removed;
    }

    @Override
    public void failNext() {
        youTube.failNext(1, YouTubeFailure.BACKEND_ERROR);
    }

    @Override
    public void useUpQuota() {
        youTube.failNext(1, YouTubeFailure.QUOTA_EXCEEDED);
    }

    @Test
    void readsFiftyVideosWithEachCall() {
        assertThat(fetch().videos()).hasSize(120);
        assertThat(youTube.calls("channels")).isEqualTo(1);
        assertThat(youTube.calls("playlistItems")).isEqualTo(3);
        assertThat(youTube.calls("videos")).isEqualTo(3);
    }

    @Test
    void leavesOutPrivateAndDeletedVideos() {
        List<String> ids = youTube.videoIds(known().value());
        youTube.makePrivate(ids.get(0));
        youTube.delete(ids.get(1));
        assertThat(fetch().videos())
                .extracting(VideoSnapshot::youTubeId)
                .hasSize(118)
                .doesNotContain(ids.get(0), ids.get(1));
    }

    @Test
    void aVideoThatTurnsPrivateOrIsDeletedIsLeftOutFromThenOn() {
        assertThat(fetch().videos()).hasSize(120);
        List<String> ids = youTube.videoIds(known().value());
        youTube.makePrivate(ids.get(60));
        youTube.delete(ids.get(61));
        assertThat(fetch().videos())
                .extracting(VideoSnapshot::youTubeId)
                .hasSize(118)
                .doesNotContain(ids.get(60), ids.get(61));
    }

    @Test
    void leavesOutVideosThatAreNotSaidToBePublic() {
        youTube.omit("privacyStatus");
        assertThat(fetch().videos()).isEmpty();
    }

    @Test
    void countsWhatIsHiddenAsZero() {
        youTube.omit("likeCount");
        youTube.omit("commentCount");
        youTube.omit("subscriberCount");
        ChannelSnapshot snapshot = fetch();
        assertThat(snapshot.totals().subscribers()).isZero();
        assertThat(snapshot.videos()).allSatisfy(video -> {
            assertThat(video.likes()).isZero();
            assertThat(video.comments()).isZero();
            assertThat(video.views()).isPositive();
        });
    }

    @Test
    void aChannelWithoutAnyCountsIsStillRead() {
        youTube.omit("statistics");
        assertThat(fetch().totals().views()).isZero();
        assertThat(fetch().videos()).hasSize(120);
    }

    @Test
    void aChannelWithoutUploadsHasNoVideos() {
        youTube.omit("uploads");
        assertThat(fetch().videos()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "snippet", "videoId"})
    void anAnswerThatMakesNoSenseMayBeMended(String missing) {
        youTube.omit(missing);
        assertThatThrownBy(this::fetch).isInstanceOf(RetryableFailure.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "BACKEND_ERROR"})
    void aPassingFailureMayBeTriedAgain(YouTubeFailure failure) {
        youTube.failNext(1, failure);
        assertThatThrownBy(this::fetch).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void tellsAfterEachPageHowMuchHasBeenRead() {
        List<Integer> told = new ArrayList<>();
        source.fetch(known(), told::add);
        assertThat(told).containsExactly(33, 66, 99, 100);
    }

    @Test
    void aChannelThatHidesItsNumberOfVideosIsReadToTheEnd() {
        youTube.omit("videoCount");
        assertThat(fetch().videos()).hasSize(120);
    }

    private ChannelSnapshot fetch() {
        return ((SourceAnswer.Found) source.fetch(known(), percent -> {})).snapshot();
    }
}
