package dev.sluice.domain.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt at a delivery.
 *
 * @param took how long it was until the answer, or until there was none, in whole milliseconds
 */
public record WebhookAttempt(Instant at, Duration took, WebhookResponse response) {

    public WebhookAttempt {
        took = Duration.ofMillis(took.toMillis());
    }
}
