package dev.sluice.domain.party;

import java.util.UUID;

/** The person who buys, personal data: {@link #toString()} masks all but the country. */
public record Buyer(String name, EmailAddress email, Country country) {

    /** What everybody is called whose personal data is erased. */
    public static final String ERASED = "Erased";

    /** What is left of somebody whose personal data is erased; the country stays, for it has decided the tax. */
    public Buyer erased(UUID pseudonym) {
        return new Buyer(ERASED, EmailAddress.pseudonym(pseudonym), country);
    }

    public boolean isErased() {
        return email.isPseudonym();
    }

    @Override
    public String toString() {
        return "Buyer[***, " + country.code() + "]";
    }
}
