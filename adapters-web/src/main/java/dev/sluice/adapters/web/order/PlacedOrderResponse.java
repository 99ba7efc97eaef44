package dev.sluice.adapters.web.order;

import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;

/** The answer to a placed order, the same each time its request is repeated. */
record PlacedOrderResponse(OrderStatus status, OrderId orderId) {

    static PlacedOrderResponse of(OrderId order) {
        return new PlacedOrderResponse(OrderStatus.QUEUED, order);
    }
}
