package dev.sluice.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate of value added tax.
 *
 * @param basisPoints the rate in hundredths of a percent: 1900 is 19 %
 */
public record TaxRate(int basisPoints) {

    public static final TaxRate ZERO = new TaxRate(0);

    private static final int WHOLE = 10_000;

    public TaxRate {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("a tax rate lies between 0 and 100 %, not " + basisPoints + " bp");
        }
    }

    /** The tax on a taxable amount, rounded half up to the minor unit as EN 16931 asks. */
    public Money on(Money taxable) {
        long tax = BigDecimal.valueOf(taxable.amountMinor())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Money(tax, taxable.currency());
    }

    /** The rate in percent, with two decimals. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(basisPoints, 2);
    }
}
