package dev.sluice.domain.channel;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class InMemoryChannelSourceTest implements ChannelSourceContract {

    private static final int VIDEOS = 60;

    private final InMemoryChannelSource source = new InMemoryChannelSource();

    InMemoryChannelSourceTest() {
        List<VideoSnapshot> videos = IntStream.range(0, VIDEOS)
                .mapToObj(number -> new VideoSnapshot("v" + number, "Video " + number, Instant.EPOCH, 100, 10, 1))
                .toList();
        source.put(known(), new ChannelSnapshot("Channel", new ChannelTotals(1_000, 100L * VIDEOS, VIDEOS), videos));
    }

    @Override
    public ChannelSource source() {
        return source;
    }

    @Override
    public YouTubeChannelId known() {
        return new YouTubeChannelId("UCknown");
    }

    @Override
    public YouTubeChannelId unknown() {
        return new YouTubeChannelId("UCunknown");
    }

    @Override
    public void failNext() {
        source.failNext(new RetryableFailure("busy", new IllegalStateException("told to fail")));
    }

    @Override
    public void useUpQuota() {
        source.putOffNext(new SourceAnswer.NotNow(Duration.ofHours(5), "out of quota"));
    }
}
