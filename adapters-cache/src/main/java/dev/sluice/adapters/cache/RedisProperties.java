package dev.sluice.adapters.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Redis is reached, and for how long anybody waits for it. Durations are from 1 ms to 1 min.
 *
 * @param uri {@code redis://[user:password@]host[:port][/database]}, or {@code rediss://} for TLS
 * @param password stands for the one in the URI
 * @param connectTimeout for a new connection
 * @param timeout for each answer
 * @param maxConnections the size of the pool
 * @param maxWait for a free connection of the pool
 * @param failurePause for how long Redis is not asked for values after it failed
 * @param budget how much time one read may spend on asking Redis; an answer that is awaited when it ends is still awaited
 * @param fetchWait for how long a reader waits for another's fetch of the same value before it fetches itself
 * @param spareFetches how many such readers fetch at a time, together with what is refreshed before anybody misses it
 */
@ConfigurationProperties("sluice.redis")
record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6379") String uri,
        @Nullable String password,
        @DefaultValue("200ms") Duration connectTimeout,
        @DefaultValue("200ms") Duration timeout,
        @DefaultValue("16") int maxConnections,
        @DefaultValue("50ms") Duration maxWait,
        @DefaultValue("1s") Duration failurePause,
        @DefaultValue("250ms") Duration budget,
        @DefaultValue("3s") Duration fetchWait,
        @DefaultValue("4") int spareFetches) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    RedisProperties {
        RedisAddress.parse(uri);
        requireSpan("connect-timeout", connectTimeout);
        requireSpan("timeout", timeout);
        requireSpan("max-wait", maxWait);
        requireSpan("failure-pause", failurePause);
        requireSpan("budget", budget);
        requireSpan("fetch-wait", fetchWait);
        requireSome("max-connections", maxConnections);
        requireSome("spare-fetches", spareFetches);
    }

    private static void requireSome(String key, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("sluice.redis." + key + " must be at least 1, not " + number);
        }
    }

    RedisAddress address() {
        return RedisAddress.parse(uri);
    }

    private static void requireSpan(String key, Duration span) {
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sluice.redis." + key + " must be from 1ms to 1m, not " + span);
        }
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "RedisProperties[" + address() + "]";
    }
}
