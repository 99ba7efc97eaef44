package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRateTest {

    @ParameterizedTest
    @CsvSource({"1900, 1999, 380", "2000, 2, 0", "2000, 3, 1", "2500, 2, 1", "2550, 10, 3", "0, 1999, 0", "10000, 7, 7"
    })
    void taxIsRoundedHalfUpToTheMinorUnit(int basisPoints, long taxable, long tax) {
        assertThat(new TaxRate(basisPoints).on(Money.of(taxable, "EUR"))).isEqualTo(Money.of(tax, "EUR"));
    }

    @Test
    void taxKeepsTheCurrency() {
        assertThat(new TaxRate(2000).on(Money.of(100, "JPY"))).isEqualTo(Money.of(20, "JPY"));
    }

    @Test
    void taxOnTheLargestAmountIsExact() {
        Money largest = Money.of(Long.MAX_VALUE, "EUR");
        assertThat(new TaxRate(10_000).on(largest)).isEqualTo(largest);
    }

    @ParameterizedTest
    @CsvSource({"1900, 19.00", "2550, 25.50", "1, 0.01", "0, 0.00", "10000, 100.00"})
    void percentHasTwoDecimals(int basisPoints, String percent) {
        assertThat(new TaxRate(basisPoints).percent()).isEqualTo(new BigDecimal(percent));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void aRateOutsideTheWholeIsRefused(int basisPoints) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxRate(basisPoints));
    }

    @Test
    void anAmountAndItsTaxThatDoNotFitFailWhenTheyAreAdded() {
        Money largest = Money.of(Long.MAX_VALUE, "EUR");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> largest.plus(new TaxRate(1900).on(largest)));
    }
}
