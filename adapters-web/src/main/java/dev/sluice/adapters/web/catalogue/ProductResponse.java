package dev.sluice.adapters.web.catalogue;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductDetails;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** A product, as it is answered. */
record ProductResponse(
        ProductId productId,
        CreatorId creatorId,
        String title,
        String description,
        Money price,
        @Nullable Integer stock,
        boolean onSale) {

    static ProductResponse of(Product product) {
        ProductDetails details = product.details();
        return new ProductResponse(
                product.id(),
                product.creator(),
                details.title(),
                details.description(),
                details.price(),
                details.stock(),
                details.onSale());
    }
}
