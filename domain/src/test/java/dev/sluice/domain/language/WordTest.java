package dev.sluice.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordTest {

    private static final Pattern BLANKS = Pattern.compile("%.?");

    @ParameterizedTest
    @EnumSource
    void noLanguageLacksAWord(Word word) {
        assertThat(Language.values())
                .allSatisfy(language -> assertThat(word.in(language)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAsMuchToFillInInEveryLanguage(Word word) {
        List<String> english = blanks(word, Language.ENGLISH);
        assertThat(english).allMatch("%s"::equals);
        assertThat(Language.values())
                .allSatisfy(language -> assertThat(blanks(word, language)).isEqualTo(english));
    }

    @Test
    void whatIsFilledInStandsWhereTheLanguagePutsIt() {
        assertThat(Word.NUMBER_AND_DATE.in(Language.GERMAN, "INV-000042", "4. November 2026"))
                .isEqualTo("INV-000042 vom 4. November 2026");
        assertThat(Word.MAIL_SUBJECT.in(Language.FRENCH, "INV-000042", "100 % s"))
                .endsWith("INV-000042 de 100 % s");
    }

    private static List<String> blanks(Word word, Language language) {
        return BLANKS.matcher(word.in(language))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
