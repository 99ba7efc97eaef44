package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.CurrencyCode;
import dev.sluice.domain.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A price, as it is sent: small enough that no order of it overflows. */
record PriceDocument(
        @NotNull(message = "is required")
        @Min(value = 0, message = "must not be negative")
        @Max(value = PriceDocument.HIGHEST, message = "must be at most {value}")
        Long amountMinor,

        @NotNull(message = "is required") @CurrencyCode String currency) {

    static final long HIGHEST = 99_999_999_999L;

    static PriceDocument of(Money price) {
        return new PriceDocument(price.amountMinor(), price.currency().getCurrencyCode());
    }

    Money price() {
        return Money.of(amountMinor, currency);
    }
}
