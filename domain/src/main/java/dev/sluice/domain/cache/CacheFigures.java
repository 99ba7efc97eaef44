package dev.sluice.domain.cache;

/** What there is to see of the cache in this process. Safe for use by many threads; waits for nothing
 * outside the process. */
public interface CacheFigures {

    RegionFigures of(CacheRegion<?> region);

    /** Whether the store that all processes share has failed and is left alone for the moment. */
    boolean isLeftAlone();
}
