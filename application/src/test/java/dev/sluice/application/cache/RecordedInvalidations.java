package dev.sluice.application.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is invalidated, and whether that came too early: before the commit. */
public final class RecordedInvalidations implements CacheInvalidations {

    private final InMemoryTransactions transactions;
    private final List<String> recorded = new CopyOnWriteArrayList<>();

    public RecordedInvalidations(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void invalidate(Invalidation invalidation) {
        recorded.add(invalidation.text() + (transactions.isOpen() ? " before the commit" : ""));
    }

    /** Their texts, oldest first. */
    public List<String> recorded() {
        return List.copyOf(recorded);
    }
}
