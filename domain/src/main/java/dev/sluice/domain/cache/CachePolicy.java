package dev.sluice.domain.cache;

import java.time.Duration;

/**
 * How the values of a region are kept. Made by {@link #of} and changed by what begins with {@code with}.
 *
 * @param ttl for how long a value is served as it is, at least a millisecond
 * @param jitter the share of the ttl, from 0 to 0.5, by which it is shortened at random, so that values which came
 *     together do not go together
 * @param staleWhileRefreshed for how long after its ttl a value is still served while one caller fetches the next
 * @param staleIfFailing for how long after its ttl a value is still served while the source fails
 * @param absentTtl for how long it is remembered that a value does not exist; zero if it is not
 * @param local what each process keeps in its own memory
 * @param largest the most bytes that an encoded value may have; a larger one is not kept
 */
public record CachePolicy(
        Duration ttl,
        double jitter,
        Duration staleWhileRefreshed,
        Duration staleIfFailing,
        Duration absentTtl,
        Local local,
        int largest) {

    private static final int MEBIBYTE = 1 << 20;

    public CachePolicy {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a cached value is served for at least a millisecond");
        }
        if (!(jitter >= 0 && jitter <= 0.5)) {
            throw new IllegalArgumentException("the jitter of a ttl is from 0 to 0.5, not " + jitter);
        }
        if (staleWhileRefreshed.isNegative() || staleIfFailing.isNegative() || absentTtl.isNegative()) {
            throw new IllegalArgumentException("a span of a cache policy is not negative");
        }
        if (largest < 1) {
            throw new IllegalArgumentException("a cached value may have at least a byte");
        }
    }

    /**
     * Values with a tenth of jitter that are never served after their ttl and have a mebibyte at most; up to 16 mebibytes
     * of them stay in memory, each for at most 10 seconds. Absence is not remembered.
     */
    public static CachePolicy of(Duration ttl) {
        return new CachePolicy(
                ttl,
                0.1,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                new Local(16L * MEBIBYTE, Duration.ofSeconds(10)),
                MEBIBYTE);
    }

    public CachePolicy withJitter(double share) {
        return new CachePolicy(ttl, share, staleWhileRefreshed, staleIfFailing, absentTtl, local, largest);
    }

    public CachePolicy withStale(Duration whileRefreshed, Duration ifFailing) {
        return new CachePolicy(ttl, jitter, whileRefreshed, ifFailing, absentTtl, local, largest);
    }

    public CachePolicy withAbsence(Duration remembered) {
        return new CachePolicy(ttl, jitter, staleWhileRefreshed, staleIfFailing, remembered, local, largest);
    }

    public CachePolicy withLocal(long bytes, Duration longest) {
        return new CachePolicy(
                ttl, jitter, staleWhileRefreshed, staleIfFailing, absentTtl, new Local(bytes, longest), largest);
    }

    public CachePolicy withLargest(int bytes) {
        return new CachePolicy(ttl, jitter, staleWhileRefreshed, staleIfFailing, absentTtl, local, bytes);
    }

    /**
     * What a process keeps in its own memory.
     *
     * @param bytes how much of a region; zero for nothing
     * @param longest for how long a value stays before the shared store is asked again
     */
    public record Local(long bytes, Duration longest) {

        public Local {
            if (bytes < 0 || longest.isNegative()) {
                throw new IllegalArgumentException("the size and the span of a local tier are not negative");
            }
        }
    }
}
