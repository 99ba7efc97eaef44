package dev.sluice.domain.party;

import dev.sluice.domain.language.Language;
import java.util.UUID;

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

    /** What everybody is called whose personal data is erased. */
    public static final String ERASED = "Erased";

    /** What is left of somebody whose personal data is erased; country and language stay: one has decided the tax. */
    public Buyer erased(UUID pseudonym) {
        return new Buyer(ERASED, EmailAddress.pseudonym(pseudonym), country, language);
    }

    public boolean isErased() {
        return email.isPseudonym();
    }

    @Override
    public String toString() {
        return "Buyer[***, " + country.code() + "]";
    }
}
