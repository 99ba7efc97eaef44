package dev.sluice.domain.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the cache is still to be told, recorded by the transactions that changed it: a process that dies after its commit
 * leaves the record to another. Safe for use by many threads; joins the caller's transaction.
 */
public interface PendingInvalidations {

    /** Records what the open transaction makes wrong in the cache. */
    void record(Collection<Pending> pending);

    /**
     * What has been waiting for some time, oldest first: whoever recorded it has most likely died or could not tell the
     * cache.
     *
     * @param limit how many at most
     */
    List<Pending> waitingFor(Duration age, int limit);

    /** Forgets what the cache has been told. */
    void forget(Collection<UUID> told);

    /** One invalidation that is to be told. Its id is a UUIDv7. */
    record Pending(UUID id, Invalidation invalidation) {}
}
