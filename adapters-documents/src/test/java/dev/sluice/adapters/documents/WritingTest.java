package dev.sluice.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Country;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Non-breaking spaces are written as {@code _}, narrow ones as {@code '}. */
class WritingTest {

    private static final int AMOUNTS = 1_000;

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "ENGLISH; EUR_1,234,567.89; 19%; 25.5%; 4 November 2026; 1,200; Germany",
                "GERMAN; 1.234.567,89_EUR; 19_%; 25,5_%; 4. November 2026; 1.200; Deutschland",
                "FRENCH; 1'234'567,89_EUR; 19_%; 25,5_%; 4 novembre 2026; 1'200; Allemagne"
            })
    void eachLanguageWritesAsItsReadersDo(
            Language language, String amount, String whole, String broken, String date, String count, String country) {
        Writing writing = new Writing(language);
        assertThat(visible(writing.amountWithCurrency(Money.of(123_456_789, "EUR"))))
                .isEqualTo(amount);
        assertThat(visible(writing.percent(new TaxRate(1900)))).isEqualTo(whole);
        assertThat(visible(writing.percent(new TaxRate(2550)))).isEqualTo(broken);
        assertThat(writing.date(LocalDate.of(2026, 11, 4))).isEqualTo(date);
        assertThat(visible(writing.count(1_200))).isEqualTo(count);
        assertThat(writing.country(new Country("DE"))).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, JPY",
        "ENGLISH, EUR",
        "ENGLISH, KWD",
        "GERMAN, JPY",
        "GERMAN, EUR",
        "GERMAN, KWD",
        "FRENCH, JPY",
        "FRENCH, EUR",
        "FRENCH, KWD"
    })
    void whatIsWrittenIsReadAsTheSameAmount(Language language, String currency) throws ParseException {
        System.out.println("WritingTest: seed " + seed);
        Writing writing = new Writing(language);
        for (int number = 0; number < AMOUNTS; number++) {
            Money money = Money.of(random.nextLong() >> random.nextInt(64), currency);
            assertThat(read(writing.amount(money), language, money)).isEqualTo(money);
        }
    }

    @Test
    void theLeastAmountHasAllDecimals() {
        assertThat(new Writing(Language.GERMAN).amount(Money.of(5, "KWD"))).isEqualTo("0,005");
        assertThat(new Writing(Language.FRENCH).amount(Money.of(5, "EUR"))).isEqualTo("0,05");
        assertThat(new Writing(Language.ENGLISH).amount(Money.of(5, "JPY"))).isEqualTo("5");
    }

    private static Money read(String written, Language language, Money like) throws ParseException {
        DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(language.locale());
        format.setParseBigDecimal(true);
        BigDecimal units = (BigDecimal) format.parse(written);
        int decimals = like.currency().getDefaultFractionDigits();
        return new Money(units.movePointRight(decimals).longValueExact(), like.currency());
    }

    private static String visible(String text) {
        return text.replace('\u00a0', '_').replace('\u202f', '\'');
    }
}
