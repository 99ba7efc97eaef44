package dev.sluice.application.webhook;

import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import java.util.List;

/** Keeps a delivery in step with its job; that it has arrived is recorded with the attempt. */
public final class DeliveryFollowsJob implements JobFollower<DeliverWebhook.Payload> {

    private final WebhookDeliveries deliveries;

    public DeliveryFollowsJob(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public JobType<DeliverWebhook.Payload> type() {
        return DeliverWebhook.TYPE;
    }

    @Override
    public void follow(List<DeliverWebhook.Payload> payloads, JobState state) {
        List<WebhookDeliveryId> ids =
                payloads.stream().map(DeliverWebhook.Payload::deliveryId).toList();
        switch (state) {
            case SUCCEEDED -> {}
            case DEAD, CANCELLED -> deliveries.giveUp(ids);
            case AVAILABLE -> deliveries.reopen(ids);
            case WAITING, SCHEDULED, DISPATCHED, RUNNING, RETRYING ->
                throw new IllegalArgumentException("nothing follows " + state);
        }
    }
}
