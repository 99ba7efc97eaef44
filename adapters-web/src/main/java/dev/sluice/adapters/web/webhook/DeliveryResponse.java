package dev.sluice.adapters.web.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.webhook.WebhookAttempt;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookFault;
import dev.sluice.domain.webhook.WebhookResponse.Answered;
import dev.sluice.domain.webhook.WebhookResponse.Failed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery.
 *
 * @param deliveryId the {@code webhook-id} under which it is sent
 * @param attempts the latest 20, oldest first
 */
record DeliveryResponse(
        WebhookDeliveryId deliveryId,
        WebhookEndpointId endpointId,
        String event,
        OrderId orderId,
        Instant happenedAt,
        WebhookDeliveryState state,
        List<Attempt> attempts) {

    static DeliveryResponse of(WebhookDelivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.endpoint(),
                delivery.event().type().text(),
                delivery.event().order(),
                delivery.event().happenedAt(),
                delivery.state(),
                delivery.attempts().stream().map(Attempt::of).toList());
    }

    /**
     * An attempt at a delivery.
     *
     * @param status of the answer; missing if there was none
     * @param fault why there was no answer; missing if there was one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            Instant at,
            long tookMillis,
            @Nullable Integer status,
            @Nullable WebhookFault fault) {

        static Attempt of(WebhookAttempt attempt) {
            long took = attempt.took().toMillis();
            return switch (attempt.response()) {
                case Answered answer -> new Attempt(attempt.at(), took, answer.status(), null);
                case Failed failed -> new Attempt(attempt.at(), took, null, failed.fault());
            };
        }
    }
}
