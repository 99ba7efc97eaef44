package dev.sluice.domain.cache;

/** Tells the cache what has changed. Safe for use by many threads; every wait in it is bounded. */
@FunctionalInterface
public interface CacheInvalidations {

    /**
     * Removes a value, so that the next reader fetches it. Call it after the commit of the change.
     *
     * @throws dev.sluice.domain.failure.RetryableFailure if the cache could not be told
     */
    void invalidate(CacheKey<?> key);
}
