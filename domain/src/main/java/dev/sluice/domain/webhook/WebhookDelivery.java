package dev.sluice.domain.webhook;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.JobId;
import java.util.List;

/**
 * An event on its way to one endpoint.
 *
 * @param creator whose endpoint it is
 * @param job the latest that was made for it
 * @param attempts the latest of them, oldest first: {@value #SHOWN} at most
 */
public record WebhookDelivery(
        WebhookDeliveryId id,
        WebhookEndpointId endpoint,
        CreatorId creator,
        WebhookEvent event,
        WebhookDeliveryState state,
        JobId job,
        List<WebhookAttempt> attempts) {

    public static final int SHOWN = 20;

    public WebhookDelivery {
        attempts = List.copyOf(attempts);
    }

    public static WebhookDelivery due(WebhookDeliveryId id, WebhookEndpoint endpoint, WebhookEvent event) {
        return new WebhookDelivery(
                id,
                endpoint.id(),
                endpoint.creator(),
                event,
                WebhookDeliveryState.PENDING,
                new JobId(id.value()),
                List.of());
    }
}
