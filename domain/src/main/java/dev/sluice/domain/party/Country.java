package dev.sluice.domain.party;

import dev.sluice.domain.language.Language;
import java.util.Locale;
import java.util.Set;

/**
 * A country.
 *
 * @param code its ISO 3166-1 alpha-2 code, in capitals
 */
public record Country(String code) {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    public Country {
        if (!isKnown(code)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 country code");
        }
    }

    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** What the country is called in a language. */
    public String name(Language language) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }
}
