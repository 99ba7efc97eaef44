package dev.sluice.application.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is invalidated, and whether that came too early: before the commit. */
public final class RecordedInvalidations implements CacheInvalidations {

    private final InMemoryTransactions transactions;
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> failures = new ArrayDeque<>();

    public RecordedInvalidations(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void invalidate(Invalidation invalidation) {
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        recorded.add(invalidation.text() + (transactions.isOpen() ? " before the commit" : ""));
    }

    /** Lets the next invalidation fail, or the one after those that are to fail already. For tests on one thread. */
    public void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    /** Their texts, oldest first. */
    public List<String> recorded() {
        return List.copyOf(recorded);
    }
}
