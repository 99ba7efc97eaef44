package dev.sluice.domain.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the cache is still to be told, recorded by the transactions that made it wrong: a process that dies after its
 * commit leaves the record to another. Safe for use by many threads and processes; joins the caller's transaction.
 */
public interface PendingInvalidations {

    /** Records what the open transaction makes wrong in the cache. Whoever tells the cache sees it after the commit. */
    void record(Collection<Pending> pending);

    /**
     * What has been waiting for some time, oldest first: whoever recorded it has most likely died or could not tell the
     * cache. Several callers may get the same; to tell the cache twice is harmless.
     *
     * @param age from the record on, by the store's clock
     * @param limit how many at most
     */
    List<Pending> waitingFor(Duration age, int limit);

    /**
     * Forgets what the cache has been told.
     *
     * @return how many of them were not forgotten before
     */
    int forget(Collection<UUID> told);

    /** One invalidation that is to be told. Its id is a UUIDv7. */
    record Pending(UUID id, Invalidation invalidation) {}
}
