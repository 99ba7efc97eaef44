package dev.sluice.application.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.cache.PendingInvalidations.Pending;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.List;

/**
 * Tells the cache what those who recorded it did not: they died after their commit, or the cache was away. Any process may
 * run it at any time.
 */
public final class RepairInvalidations {

    /** How long to wait between two looks. With the age below, a process that dies is stood in for within 5 s. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    /** Longer than telling takes: what is younger is most likely being told. */
    private static final Duration AGE = Duration.ofSeconds(1);

    /** Bounds one step; what is left follows at once. */
    private static final int BATCH = 100;

    private final PendingInvalidations pending;
    private final Telling telling;
    private final Metrics metrics;

    public RepairInvalidations(
            Transactions transactions, PendingInvalidations pending, CacheInvalidations cache, Metrics metrics) {
        this.pending = pending;
        this.telling = new Telling(transactions, pending, cache);
        this.metrics = metrics;
    }

    /**
     * Looks without a transaction, which under load might have to wait longer for its turn than the cache may be wrong.
     *
     * @return whether there may be more to tell at once
     */
    public boolean runOnce() {
        List<Pending> waiting = pending.waitingFor(AGE, BATCH);
        int repaired = telling.tell(waiting);
        if (repaired > 0) {
            metrics.count(repaired, "cache.repairs");
        }
        return repaired > 0 && waiting.size() == BATCH;
    }
}
