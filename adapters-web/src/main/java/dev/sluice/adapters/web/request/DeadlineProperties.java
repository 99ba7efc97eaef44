package dev.sluice.adapters.web.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long requests may take.
 *
 * @param deadline after which time nothing is begun for a request any more; about as long as clients wait
 */
@ConfigurationProperties("sluice.requests")
record DeadlineProperties(@DefaultValue("10s") Duration deadline) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    DeadlineProperties {
        if (deadline.toMillis() < 1 || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sluice.requests.deadline is from 1ms to 5m, not " + deadline);
        }
    }
}
