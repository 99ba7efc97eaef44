package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.validation.CountryCode;
import dev.sluice.adapters.web.validation.Email;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import jakarta.validation.constraints.NotNull;

/** The person who buys, as it is sent and answered; personal data, which {@link #toString()} masks. */
record BuyerDocument(
        @NotNull(message = "is required") @Text(max = 200) String name,
        @NotNull(message = "is required") @Email String email,
        @NotNull(message = "is required") @CountryCode String country) {

    static BuyerDocument of(Buyer buyer) {
        return new BuyerDocument(
                buyer.name(), buyer.email().value(), buyer.country().code());
    }

    Buyer buyer() {
        return new Buyer(name, new EmailAddress(email), new Country(country));
    }

    @Override
    public String toString() {
        return "BuyerDocument[***]";
    }
}
