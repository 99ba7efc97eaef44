package dev.sluice.application.order;

/** Carries a refusal out of the transaction, which has to roll back what was reserved before. */
final class RefusedOrder extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient PlaceOrderResult result;

    RefusedOrder(PlaceOrderResult result) {
        super(null, null, false, false);
        this.result = result;
    }

    PlaceOrderResult result() {
        return result;
    }
}
