package dev.sluice.adapters.web.catalogue;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import java.util.Currency;

/** A creator, as it is answered. */
record CreatorResponse(CreatorId creatorId, String name, String bio, Currency currency, SellerResponse seller) {

    static CreatorResponse of(Creator creator) {
        return new CreatorResponse(
                creator.id(),
                creator.details().name(),
                creator.details().bio(),
                creator.currency(),
                SellerResponse.of(creator.details().seller()));
    }
}
