package dev.sluice.domain.cache;

/** Where a value came from. */
public enum CacheStatus {
    /** From this process's memory. */
    LOCAL_HIT,
    /** From the store that all processes share. */
    SHARED_HIT,
    /** From the cache after its ttl, because another is being fetched or the source fails. */
    STALE,
    /** From the source, and stored for the next reader. */
    MISS,
    /** From the source, and not stored: the cache could not be asked, or the value changed meanwhile or is too large. */
    BYPASS;

    /** Whether it came from the cache. */
    public boolean isHit() {
        return this == LOCAL_HIT || this == SHARED_HIT || this == STALE;
    }
}
