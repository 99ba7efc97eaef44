package dev.sluice.domain.cache;

/** Where a value came from. */
public enum CacheStatus {
    /** From the cache. */
    HIT,
    /** From the source, and stored for the next reader. */
    MISS,
    /** From the source, because the cache could not be asked. */
    BYPASS
}
