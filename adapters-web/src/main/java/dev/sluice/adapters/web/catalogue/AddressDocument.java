package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.validation.CountryCode;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.PostalAddress;
import jakarta.validation.constraints.NotNull;

/** A postal address, as it is sent and answered. */
record AddressDocument(
        @NotNull(message = "is required") @Text(max = 200) String street,
        @NotNull(message = "is required") @Text(max = 20) String postalCode,
        @NotNull(message = "is required") @Text(max = 100) String city,
        @NotNull(message = "is required") @CountryCode String country) {

    static AddressDocument of(PostalAddress address) {
        return new AddressDocument(
                address.street(),
                address.postalCode(),
                address.city(),
                address.country().code());
    }

    PostalAddress address() {
        return new PostalAddress(street, postalCode, city, new Country(country));
    }
}
