package dev.sluice.domain.order;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;

/**
 * The tax of all lines of an order that share a rate.
 *
 * @param taxable the sum of their net amounts
 * @param tax the tax on that sum
 */
public record TaxLine(TaxRate rate, Money taxable, Money tax) {

    static TaxLine on(TaxRate rate, Money taxable) {
        return new TaxLine(rate, taxable, rate.on(taxable));
    }

    TaxLine negated() {
        return new TaxLine(rate, taxable.negated(), tax.negated());
    }
}
