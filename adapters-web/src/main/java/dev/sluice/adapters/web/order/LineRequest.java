package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.validation.Id;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.application.order.PlaceOrderCommand.Item;
import dev.sluice.domain.catalogue.ProductId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** One product that a buyer wants. */
record LineRequest(
        @NotNull(message = "is required") @Id String productId,

        @NotNull(message = "is required")
        @Min(value = 1, message = "must be at least {value}")
        @Max(value = 1000, message = "must be at most {value}")
        Integer quantity) {

    Item item() {
        return new Item(new ProductId(UuidText.parse(productId)), quantity);
    }
}
