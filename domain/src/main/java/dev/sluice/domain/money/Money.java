package dev.sluice.domain.money;

import java.util.Currency;

/**
 * An amount of money in the minor unit of its currency (cents for EUR, yen for JPY).
 *
 * @param amountMinor the amount in minor units
 * @param currency the ISO 4217 currency
 */
public record Money(long amountMinor, Currency currency) {

    public static Money of(long amountMinor, String currencyCode) {
        return new Money(amountMinor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }

    /** @throws ArithmeticException if the opposite does not fit */
    public Money negated() {
        return new Money(Math.negateExact(amountMinor), currency);
    }

    /** @throws ArithmeticException if the product does not fit */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(amountMinor, factor), currency);
    }
}
