package dev.sluice.domain.webhook;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.order.OrderId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Believable endpoints and deliveries, each with an id of its own. */
public final class SampleWebhooks {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final SecureRandom RANDOM = new SecureRandom();

    private SampleWebhooks() {}

    /** An endpoint that wants to be told of all there is. */
    public static WebhookEndpoint endpoint(CreatorId creator) {
        return endpoint(creator, WebhookEventType.values());
    }

    public static WebhookEndpoint endpoint(CreatorId creator, WebhookEventType... events) {
        return endpoint(creator, new WebhookUrl("https://hooks.example.com/sluice?a=b"), events);
    }

    public static WebhookEndpoint endpoint(CreatorId creator, WebhookUrl url, WebhookEventType... events) {
        return WebhookEndpoint.registered(
                new WebhookEndpointId(IDS.next()),
                creator,
                new WebhookEndpointDetails(url, Set.of(events), true),
                secret(),
                NOW);
    }

    public static WebhookSecret secret() {
        return WebhookSecret.generate(RANDOM);
    }

    public static WebhookDelivery delivery(WebhookEndpoint endpoint) {
        return delivery(endpoint, NOW);
    }

    public static WebhookDelivery delivery(WebhookEndpoint endpoint, Instant happenedAt) {
        WebhookEvent event = new WebhookEvent(WebhookEventType.ORDER_COMPLETED, new OrderId(IDS.next()), happenedAt);
        return WebhookDelivery.due(new WebhookDeliveryId(IDS.next()), endpoint, event);
    }

    /** An attempt so many seconds after noon. */
    public static WebhookAttempt answered(int status, int second) {
        return attempt(new WebhookResponse.Answered(status), second);
    }

    public static WebhookAttempt failed(WebhookFault fault, int second) {
        return attempt(new WebhookResponse.Failed(fault), second);
    }

    private static WebhookAttempt attempt(WebhookResponse response, int second) {
        return new WebhookAttempt(NOW.plusSeconds(second), Duration.ofMillis(123), response);
    }
}
