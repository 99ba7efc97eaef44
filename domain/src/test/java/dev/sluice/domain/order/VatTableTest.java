package dev.sluice.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Country;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VatTableTest {

    @Test
    void theUnionHas27Members() {
        assertThat(Arrays.stream(Locale.getISOCountries()).map(Country::new).filter(VatTable::isInUnion))
                .hasSize(27);
    }

    @Test
    void theBuyersCountryDecidesTheRate() {
        assertThat(VatTable.rateFor(new Country("DE"))).isEqualTo(new TaxRate(1900));
        assertThat(VatTable.rateFor(new Country("FI"))).isEqualTo(new TaxRate(2550));
        assertThat(VatTable.rateFor(new Country("GR"))).isEqualTo(new TaxRate(2400));
    }

    @Test
    void noRateInTheUnionIsBelowItsMinimumOf15Percent() {
        assertThat(Arrays.stream(Locale.getISOCountries()).map(Country::new).filter(VatTable::isInUnion))
                .allSatisfy(country ->
                        assertThat(VatTable.rateFor(country).basisPoints()).isGreaterThanOrEqualTo(1500));
    }

    @Test
    void aBuyerOutsideTheUnionPaysNoTax() {
        assertThat(VatTable.rateFor(new Country("CH"))).isEqualTo(TaxRate.ZERO);
        assertThat(VatTable.isInUnion(new Country("GB"))).isFalse();
    }
}
