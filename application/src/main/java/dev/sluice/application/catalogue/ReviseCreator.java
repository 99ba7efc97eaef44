package dev.sluice.application.catalogue;

import dev.sluice.application.cache.Change;
import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.transaction.Transactions;

/** Changes what a creator says about itself. */
public final class ReviseCreator {

    private final Transactions transactions;
    private final Creators creators;
    private final InvalidateReads invalidating;

    public ReviseCreator(Transactions transactions, Creators creators, InvalidateReads invalidating) {
        this.transactions = transactions;
        this.creators = creators;
        this.invalidating = invalidating;
    }

    /**
     * @param next the creator's next version
     * @return false if another change came first: nothing is written
     */
    public boolean revise(Creator next) {
        return transactions.call(() -> {
            boolean replaced = creators.replace(next);
            if (replaced) {
                invalidating.after(new Change.Profile(next.id()));
            }
            return replaced;
        });
    }
}
