package dev.sluice.domain.channel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A source that knows the channels it was given, and fails or wants to be asked later when told to. */
public final class InMemoryChannelSource implements ChannelSource {

    private final Map<YouTubeChannelId, ChannelSnapshot> channels = new ConcurrentHashMap<>();
    private final Queue<Supplier<SourceAnswer>> disturbances = new ConcurrentLinkedQueue<>();

    @Override
    public SourceAnswer fetch(YouTubeChannelId id, IntConsumer percent) {
        Supplier<SourceAnswer> disturbance = disturbances.poll();
        return disturbance == null ? read(id, percent) : disturbance.get();
    }

    private SourceAnswer read(YouTubeChannelId id, IntConsumer percent) {
        ChannelSnapshot snapshot = channels.get(id);
        if (snapshot == null) {
            return new SourceAnswer.Unknown();
        }
        percent.accept(50);
        percent.accept(100);
        return new SourceAnswer.Found(snapshot);
    }

    /** Makes a channel known, in place of what was known of it. */
    public void put(YouTubeChannelId id, ChannelSnapshot snapshot) {
        channels.put(id, snapshot);
    }

    /** Lets one more of the next calls fail. */
    public void failNext(RuntimeException failure) {
        disturbances.add(() -> {
            throw failure;
        });
    }

    /** Lets one more of the next calls be answered with a delay. */
    public void putOffNext(SourceAnswer.NotNow answer) {
        disturbances.add(() -> answer);
    }
}
