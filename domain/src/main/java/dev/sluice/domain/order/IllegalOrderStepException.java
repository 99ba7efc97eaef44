package dev.sluice.domain.order;

/** A step that an order in its state cannot take. */
public final class IllegalOrderStepException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IllegalOrderStepException(OrderId id, OrderStatus from, OrderStatus to) {
        super("order " + id.value() + " cannot go from " + from + " to " + to);
    }
}
