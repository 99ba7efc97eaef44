package dev.sluice.domain.channel;

import java.util.Optional;

/** Where channels come from: YouTube. Safe for use by many threads; every wait in it is bounded. */
@FunctionalInterface
public interface ChannelSource {

    /**
     * Reads a channel and its public videos.
     *
     * @return empty if YouTube does not know the channel
     * @throws dev.sluice.domain.failure.RetryableFailure if YouTube is out of reach, busy or out of quota
     * @throws dev.sluice.domain.failure.FinalFailure if YouTube refuses for good
     */
    Optional<ChannelSnapshot> fetch(YouTubeChannelId id);
}
