package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.metric.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/**
 * The cached values in Redis. Reading and storing never fail because of Redis, and leave it alone for a while after a
 * failure; removing says when it failed. Every failure is counted. Safe for use by many threads; every wait is bounded.
 */
final class RedisValues {

    private static final Logger LOG = System.getLogger(RedisValues.class.getName());

    private final RedisClient redis;
    private final Breaker breaker;
    private final Metrics metrics;

    RedisValues(RedisClient redis, Breaker breaker, Metrics metrics) {
        this.redis = redis;
        this.breaker = breaker;
        this.metrics = metrics;
    }

    Lookup find(CacheKey<?> key) {
        if (!breaker.allows()) {
            return new Lookup.Unknown();
        }
        byte[] name = name(key);
        try {
            return opened(name, call("read", () -> redis.get(name)));
        } catch (RedisFailedException e) {
            return new Lookup.Unknown();
        }
    }

    /** Stores a value until its ttl is over; false if it may not be there. */
    boolean store(CacheKey<?> key, byte[] value, Duration ttl) {
        if (!breaker.allows()) {
            return false;
        }
        byte[] name = name(key);
        SetParams expiry = SetParams.setParams().px(ttl.toMillis());
        try {
            return "OK".equals(call("store", () -> redis.set(name, Envelope.seal(name, value), expiry)));
        } catch (RedisFailedException e) {
            return false;
        }
    }

    /**
     * Removes a value, and tries to even after a failure, because nothing else would.
     *
     * @throws RetryableFailure if Redis did not confirm
     */
    void remove(CacheKey<?> key) {
        try {
            call("remove", () -> redis.unlink(name(key)));
        } catch (RedisFailedException e) {
            throw new RetryableFailure(
                    "Redis did not confirm that a value of " + key.region().name() + " is gone", e);
        }
    }

    private Lookup opened(byte[] name, byte @Nullable [] stored) {
        return stored == null
                ? new Lookup.Absent()
                : Envelope.open(name, stored).<Lookup>map(Lookup.Found::new).orElseGet(this::unreadable);
    }

    private Lookup unreadable() {
        count("read", RedisFailureCause.VALUE);
        return new Lookup.Unknown();
    }

    private <T extends @Nullable Object> T call(String operation, Supplier<T> command) throws RedisFailedException {
        try {
            T answer = command.get();
            answered();
            return answer;
        } catch (RuntimeException e) {
            throw failed(operation, e);
        }
    }

    private void answered() {
        if (breaker.close()) {
            LOG.log(Level.INFO, "Redis answers again");
        }
    }

    private RedisFailedException failed(String operation, RuntimeException e) {
        if (e.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new RetryableFailure("interrupted while waiting for Redis", e);
        }
        RedisFailureCause cause = RedisFailureCause.of(e);
        count(operation, cause);
        if (cause == RedisFailureCause.UNREACHABLE) {
            giveUp(e);
        }
        return new RedisFailedException(e);
    }

    /** Idle connections to a Redis that has failed are most likely dead, and each would cost one more failure. */
    private void giveUp(RuntimeException e) {
        if (breaker.open()) {
            LOG.log(Level.WARNING, "Redis has failed and is left alone for a while: " + e);
        }
        redis.getPool().clear();
    }

    private void count(String operation, RedisFailureCause cause) {
        metrics.count("cache.failures", "operation", operation, "cause", cause.tag());
    }

    private static byte[] name(CacheKey<?> key) {
        return key.text().getBytes(UTF_8);
    }
}
