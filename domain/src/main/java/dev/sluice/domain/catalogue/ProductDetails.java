package dev.sluice.domain.catalogue;

import dev.sluice.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a creator may change about a product.
 *
 * @param price the net price of one unit, not negative
 * @param stock how many units are left to sell, or null where there is no limit
 * @param onSale whether it can be ordered
 */
public record ProductDetails(
        String title,
        String description,
        Money price,
        @Nullable Integer stock,
        boolean onSale) {

    public ProductDetails {
        if (price.amountMinor() < 0) {
            throw new IllegalArgumentException("a price is not negative");
        }
        if (stock != null && stock < 0) {
            throw new IllegalArgumentException("a stock is not negative");
        }
    }
}
