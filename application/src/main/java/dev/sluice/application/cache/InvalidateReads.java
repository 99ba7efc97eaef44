package dev.sluice.application.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.cache.PendingInvalidations.Pending;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;

/**
 * Tells the cache what a write makes wrong, once it has committed. What is to be told is recorded with the write, so that
 * whatever keeps this process from telling it leaves it to {@link RepairInvalidations}.
 */
public final class InvalidateReads {

    private final Transactions transactions;
    private final PendingInvalidations pending;
    private final Telling telling;
    private final Ids ids;

    public InvalidateReads(Transactions transactions, PendingInvalidations pending, CacheInvalidations cache, Ids ids) {
        this.transactions = transactions;
        this.pending = pending;
        this.telling = new Telling(transactions, pending, cache);
        this.ids = ids;
    }

    /** Call it in the transaction of the change, which fails if the record does. That the cache is away fails nothing. */
    public void after(Change change) {
        List<Pending> wrong = CachedReads.wrongAfter(change).stream()
                .map(invalidation -> new Pending(ids.next(), invalidation))
                .toList();
        pending.record(wrong);
        transactions.afterCommit(() -> telling.tell(wrong));
    }
}
