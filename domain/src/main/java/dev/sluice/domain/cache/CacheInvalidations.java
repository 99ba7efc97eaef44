package dev.sluice.domain.cache;

/** Tells the cache what has changed. Safe for use by many threads; every wait in it is bounded. */
@FunctionalInterface
public interface CacheInvalidations {

    /**
     * Makes sure that the next reader fetches anew, and that no fetch which began before is stored. Call it after the
     * commit of the change. Other processes may serve what they have in memory for one more second.
     *
     * @throws dev.sluice.domain.failure.RetryableFailure if the cache could not be told
     */
    void invalidate(Invalidation invalidation);
}
