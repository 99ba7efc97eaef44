package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * What a fetch brought for a key.
 *
 * @param ticket null if Redis could not be asked for one
 * @param mark of the key before the fetch began
 * @param beganNanos when that was, by {@link System#nanoTime}
 */
record Fetched(CacheKey<?> key, @Nullable Ticket ticket, Entry entry, long mark, long beganNanos) {

    boolean isKept() {
        return entry.leftMillis(System.nanoTime()) > 0
                && entry.size() <= key.region().policy().largest();
    }
}
