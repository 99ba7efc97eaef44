package dev.sluice.domain.channel;

import java.time.Duration;

/** What a source answers when it is asked for a channel. */
public sealed interface SourceAnswer {

    /** The channel as it is now. */
    record Found(ChannelSnapshot snapshot) implements SourceAnswer {}

    /** The source does not know the channel. */
    record Unknown() implements SourceAnswer {}

    /**
     * The source is not to be asked for now, through no fault of the channel's.
     *
     * @param delay how long to wait before asking again
     * @param reason why, without personal data
     */
    record NotNow(Duration delay, String reason) implements SourceAnswer {

        public NotNow {
            if (!delay.isPositive()) {
                throw new IllegalArgumentException("a delay is positive");
            }
        }
    }
}
