package dev.sluice.adapters.web.violation;

import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import java.util.Optional;

/** Finds an order whosesoever it is, as no route may. */
public record WebWithoutOwner(Orders orders) {

    Optional<Order> find(OrderId id) {
        return orders.find(id);
    }
}
