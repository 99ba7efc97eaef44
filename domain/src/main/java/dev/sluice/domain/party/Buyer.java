package dev.sluice.domain.party;

/** The person who buys, personal data: {@link #toString()} masks all but the country. */
public record Buyer(String name, EmailAddress email, Country country) {

    @Override
    public String toString() {
        return "Buyer[***, " + country.code() + "]";
    }
}
