package dev.sluice.domain.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come and when it got there.
 *
 * @param startedAt when its processing last began, or null before that
 * @param finishedAt when it was completed, failed or cancelled, or null before that; of a refunded order, when it had
 *     been completed
 */
public record OrderProgress(
        OrderStatus status,
        Instant placedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static OrderProgress queued(Instant now) {
        return new OrderProgress(OrderStatus.QUEUED, now, null, null);
    }

    OrderProgress processing(Instant now) {
        return new OrderProgress(OrderStatus.PROCESSING, placedAt, now, null);
    }

    OrderProgress finished(OrderStatus outcome, Instant now) {
        return new OrderProgress(outcome, placedAt, startedAt, now);
    }

    OrderProgress refunded() {
        return new OrderProgress(OrderStatus.REFUNDED, placedAt, startedAt, finishedAt);
    }

    OrderProgress requeued() {
        return new OrderProgress(OrderStatus.QUEUED, placedAt, null, null);
    }
}
