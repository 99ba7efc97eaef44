package dev.sluice.adapters.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks {@link CurrencyCode}. */
final class CurrencyCodeValidator implements ConstraintValidator<CurrencyCode, String> {

    private static final Set<Integer> DECIMALS = Set.of(0, 2, 3);

    /** Codes of what is no currency, such as gold, have no decimals. */
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> DECIMALS.contains(currency.getDefaultFractionDigits()))
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || CODES.contains(value);
    }
}
