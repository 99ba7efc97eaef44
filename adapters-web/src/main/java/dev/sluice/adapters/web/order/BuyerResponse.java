package dev.sluice.adapters.web.order;

import dev.sluice.domain.party.Buyer;
import io.swagger.v3.oas.annotations.media.Schema;

/** The person who buys, as it is answered; personal data, which {@link #toString()} masks. */
record BuyerResponse(
        String name,
        String email,
        String country,

        @Schema(allowableValues = {"en", "de", "fr"}) String language) {

    static BuyerResponse of(Buyer buyer) {
        return new BuyerResponse(
                buyer.name(),
                buyer.email().value(),
                buyer.country().code(),
                buyer.language().tag());
    }

    @Override
    public String toString() {
        return "BuyerResponse[***]";
    }
}
