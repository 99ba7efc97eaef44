package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.catalogue.ProductDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a creator says about a product, when it is added and when it changes.
 *
 * @param stock how many units are left, or null where there is no limit
 * @param onSale whether it can be ordered; it can, unless said otherwise
 */
record ProductDocument(
        @NotNull(message = "is required") @Text(max = 200) String title,
        @Text(min = 0, max = 5000, lines = true) @Nullable String description,
        @NotNull(message = "is required") @Valid PriceDocument price,

        @Min(value = 0, message = "must not be negative")
        @Max(value = 1_000_000, message = "must be at most {value}")
        @Nullable
        Integer stock,

        @Nullable Boolean onSale) {

    static ProductDocument of(ProductDetails details) {
        return new ProductDocument(
                details.title(),
                details.description(),
                PriceDocument.of(details.price()),
                details.stock(),
                details.onSale());
    }

    ProductDetails details() {
        return new ProductDetails(
                title,
                Objects.requireNonNullElse(description, ""),
                price.price(),
                stock,
                Objects.requireNonNullElse(onSale, true));
    }
}
