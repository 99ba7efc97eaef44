package dev.sluice.embedded.youtube;

import java.time.Clock;

/**
 * How to start a {@link FakeYouTube}.
 *
 * @param port the port, 0 for a free one
 * @param apiKey the only key that is accepted
 * @param seed what all generated content follows from, together with ids and the day
 * @param videosPerChannel how many videos each channel has
 * @param clock tells the day (UTC) whose figures are answered
 */
public record FakeYouTubeOptions(int port, String apiKey, long seed, int videosPerChannel, Clock clock) {

    /** A free port, the key {@code fake-youtube-key}, 120 videos a channel, today's figures. */
    public static FakeYouTubeOptions defaults() {
        return new FakeYouTubeOptions(0, "fake-youtube-key", 1, 120, Clock.systemUTC());
    }

    /** These options with another port. */
    public FakeYouTubeOptions withPort(int changed) {
        return new FakeYouTubeOptions(changed, apiKey, seed, videosPerChannel, clock);
    }

    /** These options with another key. */
    public FakeYouTubeOptions withApiKey(String changed) {
        return new FakeYouTubeOptions(port, changed, seed, videosPerChannel, clock);
    }

    /** These options with another seed. */
    public FakeYouTubeOptions withSeed(long changed) {
        return new FakeYouTubeOptions(port, apiKey, changed, videosPerChannel, clock);
    }

    /** These options with another number of videos. */
    public FakeYouTubeOptions withVideosPerChannel(int changed) {
        return new FakeYouTubeOptions(port, apiKey, seed, changed, clock);
    }

    /** These options with another clock. */
    public FakeYouTubeOptions withClock(Clock changed) {
        return new FakeYouTubeOptions(port, apiKey, seed, videosPerChannel, changed);
    }
}
