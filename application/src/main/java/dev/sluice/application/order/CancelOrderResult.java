package dev.sluice.application.order;

import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderStatus;

/** What came of cancelling an order. Everything but {@link Cancelled} means that nothing was written. */
public sealed interface CancelOrderResult {

    /** The order is cancelled, now or since an earlier request. */
    record Cancelled(Order order) implements CancelOrderResult {}

    /** There is no such order, or it is not the owner's. */
    record UnknownOrder() implements CancelOrderResult {}

    /**
     * Its processing has begun, so that it has an invoice or is about to have one; queued again after it had failed, too.
     *
     * @param status what the order is now
     */
    record TooLate(OrderStatus status) implements CancelOrderResult {}
}
