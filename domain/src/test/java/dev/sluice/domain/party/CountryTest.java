package dev.sluice.domain.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void aCountryIsNamedInEnglish() {
        assertThat(new Country("DE").englishName()).isEqualTo("Germany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "de", "DEU", "XX", "EU", "D\n"})
    void whatIsNoCountryCodeIsRefused(String code) {
        assertThat(Country.isKnown(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Country(code));
    }
}
