package dev.sluice.domain.channel;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A source that knows the channels it was given, and fails when told to. */
public final class InMemoryChannelSource implements ChannelSource {

    private final Map<YouTubeChannelId, ChannelSnapshot> channels = new ConcurrentHashMap<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    @Override
    public Optional<ChannelSnapshot> fetch(YouTubeChannelId id) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(channels.get(id));
    }

    /** Makes a channel known, in place of what was known of it. */
    public void put(YouTubeChannelId id, ChannelSnapshot snapshot) {
        channels.put(id, snapshot);
    }

    /** Lets one more of the next calls fail. */
    public void failNext(RuntimeException failure) {
        failures.add(failure);
    }
}
