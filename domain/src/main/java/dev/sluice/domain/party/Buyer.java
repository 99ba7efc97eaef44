package dev.sluice.domain.party;

import dev.sluice.domain.language.Language;

/**
 * The person who buys, personal data: {@link #toString()} masks all but the country.
 *
 * @param language what the buyer is written to in
 */
public record Buyer(String name, EmailAddress email, Country country, Language language) {

    /** A buyer who has named no language. */
    public Buyer(String name, EmailAddress email, Country country) {
        this(name, email, country, Language.DEFAULT);
    }

    @Override
    public String toString() {
        return "Buyer[***, " + country.code() + "]";
    }
}
