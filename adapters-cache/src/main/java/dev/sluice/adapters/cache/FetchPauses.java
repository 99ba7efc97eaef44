package dev.sluice.adapters.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.job.Backoff;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which values are not to be fetched for the moment, if there are old ones to serve, because fetching them has just failed.
 * With each failure in a row the pause is twice as long, up to a bound, and shortened at random, so that processes which
 * fail together do not ask together again. Safe for use by many threads; waits for nothing.
 */
final class FetchPauses {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Backoff BACKOFF =
            Backoff.exponential(Duration.ofMillis(250), LONGEST).jittered(0.5);

    /** Whoever is forgotten is tried once too often. */
    private static final int MOST = 10_000;

    private final Cache<String, Pause> pauses;
    private final LongSupplier nanoTime;
    private final RandomGenerator chance;

    /** @param nanoTime a clock that never goes back, such as {@link System#nanoTime} */
    FetchPauses(LongSupplier nanoTime, RandomGenerator chance) {
        this.nanoTime = nanoTime;
        this.chance = chance;
        this.pauses = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(nanoTime::getAsLong)
                .expireAfterWrite(LONGEST.multipliedBy(2))
                .build();
    }

    private record Pause(int failures, long endNanos) {

        boolean isOver(long now) {
            return now - endNanos >= 0;
        }
    }

    /** Whether the value may be fetched although there is an old one to serve. */
    boolean allow(CacheKey<?> key) {
        Pause pause = pauses.getIfPresent(key.text());
        return pause == null || pause.isOver(nanoTime.getAsLong());
    }

    void succeeded(CacheKey<?> key) {
        pauses.invalidate(key.text());
    }

    /** Several that fail during one pause count once. */
    void failed(CacheKey<?> key) {
        pauses.asMap().compute(key.text(), (name, before) -> next(before));
    }

    private Pause next(@Nullable Pause before) {
        long now = nanoTime.getAsLong();
        if (before != null && !before.isOver(now)) {
            return before;
        }
        int failures = before == null ? 1 : before.failures() + 1;
        return new Pause(failures, now + BACKOFF.after(failures, chance).toNanos());
    }
}
