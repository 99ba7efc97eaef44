package dev.sluice.domain.order;

import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;

/**
 * One product of an order with its price and tax as they were when the order was placed.
 *
 * @param unitPrice the net price of one unit
 * @param quantity how many units, at least 1
 * @param reserved whether the units were taken from a limited stock, and go back to it if the order is cancelled
 */
public record OrderLine(
        ProductId product, String title, Money unitPrice, int quantity, TaxRate taxRate, boolean reserved) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("an order line has at least one unit");
        }
    }

    OrderLine negated() {
        return new OrderLine(product, title, unitPrice.negated(), quantity, taxRate, reserved);
    }

    public Money net() {
        return unitPrice.times(quantity);
    }
}
