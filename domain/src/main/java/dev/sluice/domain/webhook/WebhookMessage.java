package dev.sluice.domain.webhook;

import java.time.Instant;
import java.util.List;

/**
 * One attempt at telling an endpoint of an event.
 *
 * @param id the same for each attempt
 * @param at when it is sent, which is signed with it
 * @param secrets each signs it
 */
public record WebhookMessage(
        WebhookDeliveryId id, WebhookUrl url, WebhookEvent event, Instant at, List<WebhookSecret> secrets) {

    public WebhookMessage {
        secrets = List.copyOf(secrets);
    }

    public static WebhookMessage of(WebhookDelivery delivery, WebhookEndpoint endpoint, Instant now) {
        return new WebhookMessage(
                delivery.id(),
                endpoint.details().url(),
                delivery.event(),
                now,
                endpoint.secrets().signingAt(now));
    }
}
