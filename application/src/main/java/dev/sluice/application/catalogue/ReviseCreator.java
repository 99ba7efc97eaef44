package dev.sluice.application.catalogue;

import dev.sluice.application.cache.CachedReads;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.transaction.Transactions;

/** Changes what a creator says about itself. */
public final class ReviseCreator {

    private final Transactions transactions;
    private final Creators creators;
    private final CacheInvalidations invalidations;

    public ReviseCreator(Transactions transactions, Creators creators, CacheInvalidations invalidations) {
        this.transactions = transactions;
        this.creators = creators;
        this.invalidations = invalidations;
    }

    /**
     * @param next the creator's next version
     * @return false if another change came first: nothing is written
     */
    public boolean revise(Creator next) {
        return transactions.call(() -> {
            boolean replaced = creators.replace(next);
            if (replaced) {
                transactions.afterCommit(() -> invalidations.invalidate(
                        CachedReads.portfolio(next.id()).invalidation()));
            }
            return replaced;
        });
    }
}
