package dev.sluice.domain.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void aCountryIsNamedInEachLanguage() {
        assertThat(new Country("DE").name(Language.ENGLISH)).isEqualTo("Germany");
        assertThat(new Country("DE").name(Language.GERMAN)).isEqualTo("Deutschland");
        assertThat(new Country("DE").name(Language.FRENCH)).isEqualTo("Allemagne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "de", "DEU", "XX", "EU", "D\n"})
    void whatIsNoCountryCodeIsRefused(String code) {
        assertThat(Country.isKnown(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Country(code));
    }
}
