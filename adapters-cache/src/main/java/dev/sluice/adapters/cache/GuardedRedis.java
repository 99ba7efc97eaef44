package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Redis, of which each shard is left alone for a while after its server has failed. Every failure is counted. Safe for use
 * by many threads; every wait is bounded.
 */
final class GuardedRedis {

    private static final Logger LOG = System.getLogger(GuardedRedis.class.getName());

    /** Nobody has a use for what takes longer. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final RedisPools pools;
    private final Scripts readers;
    private final Scripts duties;
    private final Map<Shard, Breaker> breakers;
    private final RedisFailures failures;

    GuardedRedis(RedisPools pools, Map<Shard, Breaker> breakers, RedisFailures failures) {
        this.pools = pools;
        this.readers = new Scripts(pools.readers());
        this.duties = new Scripts(pools.duties());
        this.breakers = Map.copyOf(breakers);
        this.failures = failures;
    }

    /** Whether it is time to see if a shard that has failed is back. */
    boolean allowsAttempt(Shard shard) {
        return breaker(shard).allows();
    }

    /** Whether any of it has failed and has not answered since. */
    boolean isLeftAlone() {
        return breakers.values().stream().anyMatch(Breaker::isOpen);
    }

    boolean isLeftAlone(Shard shard) {
        return breaker(shard).isOpen();
    }

    /** Whether a reader finds a connection there, so that asking takes no longer than an answer may. */
    boolean isReady(Shard shard) {
        return pools.readers().hasIdle(shard);
    }

    /**
     * Asks for readers, even if Redis has just failed.
     *
     * @param calls of one shard
     * @param most how long answering may take
     * @return an answer to each of them
     */
    <T> List<Answer<T>> ask(List<ScriptCall> calls, Function<List<?>, T> decoding, Duration most) {
        return answers(readers, calls, decoding, most);
    }

    /** Does what nothing else would, even if Redis has just failed. */
    void tell(ScriptCall call) throws RedisFailedException {
        if (answers(duties, List.of(call), answer -> answer, LONGEST).getFirst() instanceof Answer.Failed<?> failed) {
            throw new RedisFailedException(failed.cause());
        }
    }

    private <T> List<Answer<T>> answers(
            Scripts scripts, List<ScriptCall> calls, Function<List<?>, T> decoding, Duration most) {
        List<Object> answers;
        try {
            answers = scripts.run(calls, most);
        } catch (RuntimeException e) {
            return Collections.nCopies(calls.size(), failed(calls.getFirst(), e));
        }
        return IntStream.range(0, calls.size())
                .mapToObj(index -> answer(calls.get(index), answers.get(index), decoding))
                .toList();
    }

    private <T> Answer<T> answer(ScriptCall call, Object answer, Function<List<?>, T> decoding) {
        if (answer instanceof JedisDataException error) {
            return failed(call, error);
        }
        answered(call);
        return new Answer.Given<>(decoding.apply((List<?>) answer));
    }

    /** That a server reads proves nothing: it may be one that has lost its place. */
    private void answered(ScriptCall call) {
        if (call.script() != RedisScript.READ && breaker(call.shard()).close()) {
            LOG.log(
                    Level.INFO,
                    "Redis answers again for shard {0}",
                    call.shard().number());
        }
    }

    private <T> Answer<T> failed(ScriptCall call, RuntimeException e) {
        if (e.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new RetryableFailure("interrupted while waiting for Redis", e);
        }
        RedisFailureCause cause = RedisFailureCause.of(e);
        failures.count(call.operation(), cause);
        if (cause == RedisFailureCause.UNREACHABLE) {
            giveUp(call.shard(), e);
        }
        return new Answer.Failed<>(cause, e);
    }

    private void giveUp(Shard shard, RuntimeException e) {
        if (breaker(shard).open()) {
            LOG.log(
                    Level.WARNING,
                    "Redis has failed, and its shard " + shard.number() + " is left alone for a while: " + e);
        }
        pools.dropIdle(shard);
    }

    private Breaker breaker(Shard shard) {
        return Objects.requireNonNull(breakers.get(shard));
    }
}
