package dev.sluice.adapters.documents;

import dev.sluice.domain.language.Language;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Country;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** How a language puts things: its words, numbers, amounts and dates. Safe for use by many threads. */
final class Writing {

    private static final String NO_BREAK_SPACE = "\u00a0";

    private final Language language;
    private final DecimalFormatSymbols symbols;
    private final DateTimeFormatter dates;

    Writing(Language language) {
        this.language = language;
        this.symbols = DecimalFormatSymbols.getInstance(language.locale());
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
    }

    String word(Word word) {
        return word.in(language);
    }

    String word(Word word, Object... parts) {
        return word.in(language, parts);
    }

    String tag() {
        return language.tag();
    }

    String country(Country country) {
        return country.name(language);
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    String count(int number) {
        return format("#,##0").format(number);
    }

    /** The amount with as many decimals as its currency has. */
    String amount(Money money) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        NumberFormat format = format("#,##0");
        format.setMinimumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(money.amountMinor(), decimals));
    }

    String amountWithCurrency(Money money) {
        String currency = money.currency().getCurrencyCode();
        return switch (language) {
            case ENGLISH -> currency + NO_BREAK_SPACE + amount(money);
            case GERMAN, FRENCH -> amount(money) + NO_BREAK_SPACE + currency;
        };
    }

    String percent(TaxRate rate) {
        String percent = format("0.##").format(rate.percent());
        return switch (language) {
            case ENGLISH -> percent + "%";
            case GERMAN, FRENCH -> percent + NO_BREAK_SPACE + "%";
        };
    }

    private NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, symbols);
    }
}
