package dev.sluice.domain.cache;

import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Pending invalidations in memory. */
public final class InMemoryPendingInvalidations implements PendingInvalidations {

    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(Entry::recordedAt)
            .thenComparing(entry -> entry.pending().id());

    private final InMemoryTable<UUID, Entry> table;
    private final InMemoryTransactions transactions;
    private final InstantSource clock;

    public InMemoryPendingInvalidations(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public void record(Collection<Pending> pending) {
        pending.forEach(one -> table.insert(one.id(), new Entry(one, clock.instant())));
    }

    @Override
    public List<Pending> waitingFor(Duration age, int limit) {
        Instant newest = clock.instant().minus(age);
        return table.rows()
                .filter(entry -> !entry.recordedAt().isAfter(newest))
                .sorted(OLDEST_FIRST)
                .map(Entry::pending)
                .limit(limit)
                .toList();
    }

    @Override
    public int forget(Collection<UUID> told) {
        return transactions.call(() -> (int) told.stream().filter(table::delete).count());
    }

    private record Entry(Pending pending, Instant recordedAt) {}
}
