package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.CurrencyCode;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.catalogue.CreatorDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A creator who opens a shop. The currency is for good. */
record NewCreatorRequest(
        @NotNull(message = "is required") @Text(max = 200) String name,
        @Text(min = 0, max = 2000, lines = true) @Nullable String bio,
        @NotNull(message = "is required") @CurrencyCode String currency,
        @NotNull(message = "is required") @Valid SellerDocument seller) {

    CreatorDetails details() {
        return new CreatorDetails(name, Objects.requireNonNullElse(bio, ""), seller.seller());
    }

    Currency shopCurrency() {
        return Currency.getInstance(currency);
    }
}
