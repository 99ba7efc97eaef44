package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.Invalidation;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers that something was invalidated, without remembering what: a mark that is still the same says that nothing was
 * under that name. Names share marks, which costs a needless fetch now and then. Safe for use by many threads.
 */
final class Marks {

    private static final int STRIPES = 1 << 12;

    private final AtomicLongArray stripes = new AtomicLongArray(STRIPES);
    private final AtomicLong all = new AtomicLong();

    /** Both parts only grow, so their sum is the same only if both are. */
    long of(String name) {
        return all.get() + stripes.get(stripe(name));
    }

    void move(Invalidation invalidation) {
        if (invalidation instanceof Invalidation.Value value) {
            stripes.incrementAndGet(stripe(value.text()));
        } else {
            moveAll();
        }
    }

    void moveAll() {
        all.incrementAndGet();
    }

    private static int stripe(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }
}
