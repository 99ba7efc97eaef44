package dev.sluice.application.idempotency;

import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;

/** Forgets idempotency keys by age. Any worker may run it at any time. */
public final class ForgetKeys {

    private static final Duration SHORTEST = Duration.ofDays(1);

    /** Bounds one transaction; what is left goes with the next. */
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final IdempotencyRecords records;
    private final Duration keep;

    /** @param keep how long a key is remembered, at least a day: clients may repeat a request that long */
    public ForgetKeys(Transactions transactions, IdempotencyRecords records, Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("an idempotency key is kept for at least a day");
        }
        this.transactions = transactions;
        this.records = records;
        this.keep = keep;
    }

    /** @return whether there may be more to forget at once */
    public boolean runOnce() {
        return transactions.call(() -> records.forget(keep, BATCH)) == BATCH;
    }
}
