package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountsOfOneCurrencyAreAddedInMinorUnits() {
        assertThat(Money.of(1999, "EUR").plus(Money.of(-500, "EUR"))).isEqualTo(Money.of(1499, "EUR"));
    }

    @Test
    void zeroChangesNoAmount() {
        Money price = Money.of(1999, "JPY");
        assertThat(Money.zero(Currency.getInstance("JPY")).plus(price)).isEqualTo(price);
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAdded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")))
                .withMessage("cannot add USD to EUR");
    }

    @Test
    void anAmountIsMultiplied() {
        assertThat(Money.of(1999, "EUR").times(3)).isEqualTo(Money.of(5997, "EUR"));
    }

    @Test
    void whatDoesNotFitFailsInsteadOfTurningNegative() {
        Money largest = Money.of(Long.MAX_VALUE, "EUR");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> largest.plus(Money.of(1, "EUR")));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> largest.times(2));
    }
}
