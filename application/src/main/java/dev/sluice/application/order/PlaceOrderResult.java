package dev.sluice.application.order;

import dev.sluice.domain.order.OrderId;

/** What came of placing an order. Everything but {@link Placed} means that nothing was written. */
public sealed interface PlaceOrderResult {

    /** The order stands, placed now or by an earlier request with the same key. */
    record Placed(OrderId order) implements PlaceOrderResult {}

    /** A request with this key is being carried out now. */
    record KeyInFlight() implements PlaceOrderResult {}

    /** The key was used for another order. */
    record KeyReused() implements PlaceOrderResult {}

    /** There is no such creator. */
    record UnknownCreator() implements PlaceOrderResult {}

    /**
     * The creator sells no such product.
     *
     * @param item the index of the item, from 0
     */
    record UnknownProduct(int item) implements PlaceOrderResult {}

    /**
     * Fewer units are left than asked for, or the product is off sale.
     *
     * @param item the index of the item, from 0
     */
    record SoldOut(int item) implements PlaceOrderResult {}
}
