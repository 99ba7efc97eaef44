package dev.sluice.application.order;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.order.OrderId;

/**
 * A wish to take a completed order back as a whole.
 *
 * @param owner on whose behalf
 * @param reason why, for the buyer to read; empty if none is given
 * @param restock whether what it had taken from limited stocks goes back on sale
 */
public record RefundOrderCommand(OrderId order, Owner owner, String reason, boolean restock) {

    /** Without the reason: it may stand in a log. */
    @Override
    public String toString() {
        return "RefundOrderCommand[" + order.value() + "]";
    }
}
