package dev.sluice.adapters.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The values in this process's memory. One is served for as long as it is certain to have been right within the last
 * second: it was read then, or all invalidations up to then have been heard. Safe for use by many threads; reading and
 * keeping wait for nothing.
 */
final class LocalTier {

    /** What an entry costs beside its bytes: its key, its place and itself. */
    private static final int OVERHEAD_BYTES = 300;

    /** Longer than any process runs. */
    private static final long EVER_NANOS = Long.MAX_VALUE / 2;

    private final ConcurrentMap<String, Cache<String, Kept>> regions = new ConcurrentHashMap<>();
    private final Marks marks;
    private final InvalidationLog log;
    private final Shards shards;

    LocalTier(Marks marks, InvalidationLog log, Shards shards) {
        this.marks = marks;
        this.log = log;
        this.shards = shards;
    }

    private record Kept(Entry entry, long mark, long readNanos) {}

    /** What {@link #keep} wants to know: taken before the value is read anywhere else. */
    long mark(CacheKey<?> key) {
        return marks.of(key.text());
    }

    /** What was read after this time is certain to be right for as long as its mark, looked at afterwards, is the same. */
    long certainAfter(CacheKey<?> key, long nowNanos) {
        boolean missedNothing = nowNanos - log.heardUpTo(shards.of(key.text())) < InvalidationLog.TRUST_NANOS;
        return nowNanos - (missedNothing ? EVER_NANOS : InvalidationLog.TRUST_NANOS);
    }

    /** Looks at the mark last: what was missed may be heard, together with the proof that nothing is missed any more. */
    @Nullable
    Entry find(CacheKey<?> key, long nowNanos) {
        Kept kept = region(key.region()).getIfPresent(key.text());
        return kept != null && kept.readNanos - certainAfter(key, nowNanos) > 0 && kept.mark == mark(key)
                ? kept.entry
                : null;
    }

    /**
     * @param mark that of the key before the value was read
     * @param readNanos when reading it began, by {@link System#nanoTime}
     */
    void keep(CacheKey<?> key, long mark, long readNanos, Entry entry) {
        if (key.region().policy().local().bytes() > 0) {
            region(key.region()).put(key.text(), new Kept(entry, mark, readNanos));
        }
    }

    /** Without moving a mark, which others share: whoever asks for what does not exist would empty the memory of others. */
    void forget(CacheKey<?> key) {
        region(key.region()).invalidate(key.text());
    }

    long values(CacheRegion<?> region) {
        return region(region).estimatedSize();
    }

    /** What has to go goes first: Caffeine lets a region outgrow its size for a moment. */
    long bytes(CacheRegion<?> region) {
        Cache<String, Kept> cache = region(region);
        cache.cleanUp();
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    private Cache<String, Kept> region(CacheRegion<?> region) {
        Cache<String, Kept> known = regions.get(region.name());
        return known == null
                ? regions.computeIfAbsent(
                        region.name(), name -> open(region.policy().local()))
                : known;
    }

    private static Cache<String, Kept> open(CachePolicy.Local local) {
        return Caffeine.newBuilder()
                .maximumWeight(local.bytes())
                .weigher((String key, Kept kept) -> kept.entry.size() + OVERHEAD_BYTES)
                .expireAfterWrite(local.longest())
                .build();
    }
}
