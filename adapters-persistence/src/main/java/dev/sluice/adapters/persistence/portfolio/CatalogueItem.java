package dev.sluice.adapters.persistence.portfolio;

import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import java.util.UUID;

/** What a portfolio says of a product apart from its sales. */
record CatalogueItem(ProductId id, String title, Money price, boolean onSale) {

    static CatalogueItem of(UUID id, String title, Long priceMinor, String currency, Boolean onSale) {
        return new CatalogueItem(new ProductId(id), title, Money.of(priceMinor, currency), onSale);
    }
}
