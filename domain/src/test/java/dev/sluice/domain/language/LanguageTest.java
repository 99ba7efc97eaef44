package dev.sluice.domain.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @EnumSource
    void aLanguageIsFoundByItsTag(Language language) {
        assertThat(Language.of(language.tag())).isEqualTo(language);
        assertThat(language.locale().getLanguage()).isEqualTo(language.tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EN", "de-DE", "it", "english", " fr"})
    void whatIsNoTagOfALanguageHereIsRefused(String tag) {
        assertThat(Language.find(tag)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Language.of(tag));
    }

    @Test
    void whoeverNamesNoLanguageIsWrittenToInEnglish() {
        assertThat(Language.DEFAULT).isEqualTo(Language.ENGLISH);
    }
}
