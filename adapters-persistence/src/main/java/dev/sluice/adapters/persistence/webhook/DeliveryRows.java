package dev.sluice.adapters.persistence.webhook;

import static dev.sluice.adapters.persistence.schema.Tables.WEBHOOK_ATTEMPTS;
import static dev.sluice.adapters.persistence.schema.Tables.WEBHOOK_DELIVERIES;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.selectFrom;

import dev.sluice.adapters.persistence.schema.tables.records.WebhookAttemptsRecord;
import dev.sluice.adapters.persistence.schema.tables.records.WebhookDeliveriesRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.webhook.WebhookAttempt;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEvent;
import dev.sluice.domain.webhook.WebhookEventType;
import dev.sluice.domain.webhook.WebhookFault;
import dev.sluice.domain.webhook.WebhookResponse;
import dev.sluice.domain.webhook.WebhookResponse.Answered;
import dev.sluice.domain.webhook.WebhookResponse.Failed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Deliveries and attempts as rows. */
final class DeliveryRows {

    /** The latest attempts at a delivery, newest first. */
    static final Field<List<WebhookAttempt>> ATTEMPTS = multiset(selectFrom(WEBHOOK_ATTEMPTS)
                    .where(WEBHOOK_ATTEMPTS.DELIVERY_ID.eq(WEBHOOK_DELIVERIES.ID))
                    .orderBy(WEBHOOK_ATTEMPTS.ID.desc())
                    .limit(WebhookDelivery.SHOWN))
            .as("attempts")
            .convertFrom(rows -> rows.map(DeliveryRows::attempt));

    /** While releases are mixed there may be events of the newer one, which the older one shows nobody. */
    static final Condition IS_KNOWN = WEBHOOK_DELIVERIES.EVENT.in(
            Stream.of(WebhookEventType.values()).map(WebhookEventType::text).toList());

    private DeliveryRows() {}

    static WebhookDeliveriesRecord row(WebhookDelivery delivery) {
        WebhookDeliveriesRecord row = new WebhookDeliveriesRecord();
        row.setId(delivery.id().value());
        row.setEndpointId(delivery.endpoint().value());
        row.setCreatorId(delivery.creator().value());
        row.setEvent(delivery.event().type().text());
        row.setOrderId(delivery.event().order().value());
        row.setHappenedAt(delivery.event().happenedAt());
        row.setState(delivery.state().name());
        row.setJobId(delivery.job().value());
        return row;
    }

    static WebhookDelivery delivery(Record row) {
        UUID job = row.get(WEBHOOK_DELIVERIES.JOB_ID);
        return new WebhookDelivery(
                new WebhookDeliveryId(row.get(WEBHOOK_DELIVERIES.ID)),
                new WebhookEndpointId(row.get(WEBHOOK_DELIVERIES.ENDPOINT_ID)),
                new CreatorId(row.get(WEBHOOK_DELIVERIES.CREATOR_ID)),
                event(row),
                WebhookDeliveryState.valueOf(row.get(WEBHOOK_DELIVERIES.STATE)),
                // A release that did not keep it named the first job after the delivery.
                new JobId(job == null ? row.get(WEBHOOK_DELIVERIES.ID) : job),
                row.get(ATTEMPTS).reversed());
    }

    private static WebhookEvent event(Record row) {
        String type = row.get(WEBHOOK_DELIVERIES.EVENT);
        return new WebhookEvent(
                WebhookEventType.find(type)
                        .orElseThrow(() -> new IllegalStateException("an event of a newer release: " + type)),
                new OrderId(row.get(WEBHOOK_DELIVERIES.ORDER_ID)),
                row.get(WEBHOOK_DELIVERIES.HAPPENED_AT));
    }

    static WebhookAttemptsRecord row(WebhookDeliveryId delivery, WebhookAttempt attempt) {
        WebhookAttemptsRecord row = new WebhookAttemptsRecord();
        row.setDeliveryId(delivery.value());
        row.setAttemptedAt(attempt.at());
        row.setTookMillis(attempt.took().toMillis());
        switch (attempt.response()) {
            case Answered answer -> row.setStatus(answer.status());
            case Failed failed -> row.setFault(failed.fault().name());
        }
        return row;
    }

    private static WebhookAttempt attempt(WebhookAttemptsRecord row) {
        return new WebhookAttempt(row.getAttemptedAt(), Duration.ofMillis(row.getTookMillis()), response(row));
    }

    private static WebhookResponse response(WebhookAttemptsRecord row) {
        Integer status = row.getStatus();
        return status == null ? new Failed(WebhookFault.valueOf(row.getFault())) : new Answered(status);
    }
}
