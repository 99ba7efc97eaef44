package dev.sluice.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How channels are kept.
 *
 * @param keep how long the daily figures of videos are kept, at least as long as the growth over 28 days needs
 */
@ConfigurationProperties("sluice.channels")
record ChannelProperties(@DefaultValue("30d") Duration keep) {

    ChannelProperties {
        if (keep.toDays() < 29) {
            throw new IllegalArgumentException("sluice.channels.keep is at least 29d");
        }
    }
}
