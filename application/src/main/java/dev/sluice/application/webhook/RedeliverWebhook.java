package dev.sluice.application.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import java.util.List;

/** Has an endpoint told once more of what it was told before, or was not reached with: under the same id. */
public final class RedeliverWebhook {

    private final Transactions transactions;
    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final DeliveryQueue queue;
    private final Ids ids;

    public RedeliverWebhook(
            Transactions transactions,
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            DeliveryQueue queue,
            Ids ids) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.ids = ids;
    }

    /** @param owner on whose behalf */
    public Result redeliver(WebhookDeliveryId id, WebhookEndpointId endpoint, Owner owner) {
        return transactions.call(() -> endpoints
                .find(endpoint, owner)
                .flatMap(found -> deliveries
                        .find(id, endpoint, owner)
                        .map(delivery -> redeliver(delivery, found.details().enabled(), owner)))
                .orElseGet(Unknown::new));
    }

    private Result redeliver(WebhookDelivery delivery, boolean enabled, Owner owner) {
        if (!enabled) {
            return new EndpointDisabled();
        }
        if (delivery.state() == WebhookDeliveryState.PENDING) {
            return new UnderWay();
        }
        // First the job and then the delivery, as those lock them whom a job's end or an operator moves.
        boolean takenUp = queue.takeUpAgain(delivery);
        boolean reopened = deliveries.reopen(List.of(delivery.id())) == 1;
        if (!takenUp && !reopened) {
            return new UnderWay();
        }
        if (!takenUp) {
            deliveries.assign(delivery.id(), new JobId(ids.next()));
        }
        WebhookDelivery pending =
                deliveries.find(delivery.id(), delivery.endpoint(), owner).orElseThrow();
        if (!takenUp) {
            queue.add(pending);
        }
        return new Queued(pending);
    }

    /** What came of it. */
    public sealed interface Result {}

    /** It is on its way. */
    public record Queued(WebhookDelivery delivery) implements Result {}

    /** The owner has no such delivery, or its endpoint is not there any more. */
    public record Unknown() implements Result {}

    /** The endpoint is told nothing now. */
    public record EndpointDisabled() implements Result {}

    /** It is on its way already. */
    public record UnderWay() implements Result {}
}
