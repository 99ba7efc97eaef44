package dev.sluice.adapters.web.order;

import dev.sluice.application.order.OrderEvent;
import dev.sluice.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to an order, as it is answered.
 *
 * @param orderId which is the id of the job that processes it, too
 */
record TimelineResponse(OrderId orderId, List<TimelineEvent> events) {

    static TimelineResponse of(OrderId order, List<OrderEvent> events) {
        return new TimelineResponse(
                order, events.stream().map(TimelineEvent::of).toList());
    }

    /** @param detail the number of the invoice or the credit note, why an attempt failed, or the id of a receipt's job */
    record TimelineEvent(
            OrderEvent.Kind kind, Instant at, @Nullable String detail) {

        static TimelineEvent of(OrderEvent event) {
            return new TimelineEvent(event.kind(), event.at(), event.detail());
        }
    }
}
