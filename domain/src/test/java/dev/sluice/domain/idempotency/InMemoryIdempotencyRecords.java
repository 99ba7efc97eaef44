package dev.sluice.domain.idempotency;

import dev.sluice.domain.idempotency.IdempotencyClaim.Done;
import dev.sluice.domain.idempotency.IdempotencyClaim.Fresh;
import dev.sluice.domain.idempotency.IdempotencyClaim.InFlight;
import dev.sluice.domain.idempotency.IdempotencyClaim.Reused;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.UUID;

/** Idempotency records in memory. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {

    private final InMemoryTable<IdempotencyKey, Entry> table;
    private final InMemoryTransactions transactions;

    public InMemoryIdempotencyRecords(InMemoryTransactions transactions) {
        this.transactions = transactions;
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint) {
        if (!transactions.tryLock(key)) {
            return new InFlight();
        }
        return table.find(key).map(entry -> entry.answer(fingerprint)).orElseGet(Fresh::new);
    }

    @Override
    public void record(IdempotencyKey key, RequestFingerprint fingerprint, UUID result) {
        if (!table.insert(key, new Entry(fingerprint, result))) {
            throw new IllegalStateException("the key was used before");
        }
    }

    private record Entry(RequestFingerprint fingerprint, UUID result) {

        private IdempotencyClaim answer(RequestFingerprint asked) {
            return fingerprint.equals(asked) ? new Done(result) : new Reused();
        }
    }
}
