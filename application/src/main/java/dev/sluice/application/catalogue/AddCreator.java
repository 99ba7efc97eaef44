package dev.sluice.application.catalogue;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorDetails;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import java.util.Currency;

/** Opens a creator's shop. */
public final class AddCreator {

    private final Creators creators;
    private final Ids ids;

    public AddCreator(Creators creators, Ids ids) {
        this.creators = creators;
        this.ids = ids;
    }

    public Creator add(Currency currency, CreatorDetails details) {
        Creator creator = Creator.opened(new CreatorId(ids.next()), currency, details);
        creators.add(creator);
        return creator;
    }
}
