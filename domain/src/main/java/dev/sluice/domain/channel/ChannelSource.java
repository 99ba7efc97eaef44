package dev.sluice.domain.channel;

import java.util.function.IntConsumer;

/** Where channels come from: YouTube. Safe for use by many threads; every wait in it is bounded. */
@FunctionalInterface
public interface ChannelSource {

    /**
     * Reads a channel and its public videos. Not to be called within a transaction, for it takes long.
     *
     * @param percent is told on the calling thread how much has been read, from 0 to 100, as far as that is known; what
     *     it throws ends the reading
     * @return that the channel is not to be read for now, if the day's quota is used up or YouTube asks to wait
     * @throws dev.sluice.domain.failure.RetryableFailure if YouTube is out of reach, busy or out of order
     * @throws dev.sluice.domain.failure.FinalFailure if YouTube refuses for good
     */
    SourceAnswer fetch(YouTubeChannelId id, IntConsumer percent);
}
