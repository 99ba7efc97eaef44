package dev.sluice.domain.idempotency;

import dev.sluice.domain.idempotency.IdempotencyClaim.Done;
import dev.sluice.domain.idempotency.IdempotencyClaim.Fresh;
import dev.sluice.domain.idempotency.IdempotencyClaim.InFlight;
import dev.sluice.domain.idempotency.IdempotencyClaim.Reused;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Idempotency records in memory. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {

    private final InMemoryTable<IdempotencyKey, Entry> table;
    private final InMemoryTransactions transactions;

    private final InstantSource clock;

    public InMemoryIdempotencyRecords(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public List<IdempotencyClaim> claimAll(List<IdempotentRequest> requests) {
        return requests.stream().map(this::claimOne).toList();
    }

    private IdempotencyClaim claimOne(IdempotentRequest request) {
        IdempotencyKey key = request.key();
        if (!transactions.tryLock(key)) {
            return new InFlight();
        }
        return table.insert(key, new Entry(key, request.fingerprint(), request.result(), clock.instant()))
                ? new Fresh()
                : table.find(key).orElseThrow().answer(request.fingerprint());
    }

    @Override
    public int forget(Duration age, int limit) {
        Instant newest = clock.instant().minus(age);
        List<IdempotencyKey> old = table.rows()
                .filter(entry -> !entry.recordedAt.isAfter(newest))
                .map(Entry::key)
                .limit(limit)
                .toList();
        old.forEach(table::delete);
        return old.size();
    }

    /** Lets the key that led to this result count as used for something else. */
    public void unlink(UUID result) {
        table.rows()
                .filter(entry -> entry.result.equals(result))
                .map(Entry::key)
                .toList()
                .forEach(key -> table.update(
                        key,
                        entry -> Optional.of(
                                new Entry(key, new RequestFingerprint("erased"), entry.result, entry.recordedAt))));
    }

    private record Entry(IdempotencyKey key, RequestFingerprint fingerprint, UUID result, Instant recordedAt) {

        private IdempotencyClaim answer(RequestFingerprint asked) {
            return fingerprint.equals(asked) ? new Done(result) : new Reused();
        }
    }
}
