package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.validation.CountryCode;
import dev.sluice.adapters.web.validation.Email;
import dev.sluice.adapters.web.validation.LanguageTag;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The person who buys, as it is sent; personal data, which {@link #toString()} masks. */
record BuyerDocument(
        @NotNull(message = "is required") @Text(max = 200) String name,
        @NotNull(message = "is required") @Email String email,
        @NotNull(message = "is required") @CountryCode String country,

        @Schema(
                allowableValues = {"en", "de", "fr"},
                defaultValue = "en")
        @LanguageTag
        @Nullable
        String language) {

    Buyer buyer() {
        return new Buyer(
                name,
                new EmailAddress(email),
                new Country(country),
                language == null ? Language.DEFAULT : Language.of(language));
    }

    @Override
    public String toString() {
        return "BuyerDocument[***]";
    }
}
