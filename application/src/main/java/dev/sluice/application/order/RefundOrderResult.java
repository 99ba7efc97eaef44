package dev.sluice.application.order;

import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderStatus;

/** What came of refunding an order. Everything but {@link Refunded} means that nothing was written. */
public sealed interface RefundOrderResult {

    /** The order is refunded by this request. */
    record Refunded(Order order) implements RefundOrderResult {}

    /** There is no such order, or it is not the owner's. */
    record UnknownOrder() implements RefundOrderResult {}

    /**
     * It is not completed, or no longer.
     *
     * @param status what the order is
     */
    record NotCompleted(OrderStatus status) implements RefundOrderResult {}
}
