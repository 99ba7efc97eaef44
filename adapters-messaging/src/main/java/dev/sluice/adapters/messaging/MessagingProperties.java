package dev.sluice.adapters.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long anybody waits for the broker; where it is, {@code spring.rabbitmq.*} says. Durations are from 1 ms to 1
 * min.
 *
 * @param replyTimeout the longest wait for a connection, its handshake, or an answer; Spring's own settings may shorten
 *     these waits but not lengthen them
 * @param confirmTimeout the longest wait for the confirms of one batch
 * @param retryPause about how long a broker out of reach is left alone, and how soon a lost subscription is renewed: at random
 *     from half as long to half as long again
 */
@ConfigurationProperties("sluice.messaging")
record MessagingProperties(
        @DefaultValue("2s") Duration replyTimeout,
        @DefaultValue("5s") Duration confirmTimeout,
        @DefaultValue("1s") Duration retryPause) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    MessagingProperties {
        requireSpan("reply-timeout", replyTimeout);
        requireSpan("confirm-timeout", confirmTimeout);
        requireSpan("retry-pause", retryPause);
    }

    private static void requireSpan(String key, Duration span) {
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sluice.messaging." + key + " must be from 1ms to 1m, not " + span);
        }
    }
}
