package dev.sluice.adapters.persistence.transaction;

import dev.sluice.domain.failure.RetryableFailure;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A bound on the transactions that run at a time. The rest wait here, in order and without a connection: waiting for the
 * pool is short and fails, so a burst of requests must not reach it all at once.
 */
final class TransactionSlots {

    private final TransactionProperties properties;
    private final Semaphore free;

    TransactionSlots(TransactionProperties properties) {
        this.properties = properties;
        this.free = new Semaphore(properties.limit(), true);
    }

    /** @throws RetryableFailure if none gets free in time */
    <T> T run(Supplier<T> transaction) {
        acquire();
        try {
            return transaction.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RetryableFailure("no transaction could begin in time", new TimeoutException());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RetryableFailure("interrupted while waiting for a transaction", stopped);
        }
    }
}
