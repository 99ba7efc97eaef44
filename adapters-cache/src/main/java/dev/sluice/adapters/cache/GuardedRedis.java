package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.metric.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Redis, left alone for a while after it has failed. Every failure is counted. Safe for use by many threads; every wait
 * is bounded by the time-outs of the connections.
 */
final class GuardedRedis {

    /** Where processes tell each other what is no longer right. */
    static final String CHANNEL = "sluice:invalidations";

    /** For how long what is not a value is remembered without being used: longer than any value lives. */
    static final String REMEMBERED_MILLIS = "604800000";

    private static final Logger LOG = System.getLogger(GuardedRedis.class.getName());

    private final RedisConnections connections;
    private final Breaker breaker;
    private final Metrics metrics;

    GuardedRedis(RedisConnections connections, Breaker breaker, Metrics metrics) {
        this.connections = connections;
        this.breaker = breaker;
        this.metrics = metrics;
    }

    /** Whether somebody who can do without Redis should ask it now. */
    boolean allows(Budget budget) {
        return !budget.isSpent() && !breaker.isOpen();
    }

    /** Whether it is time to see if a Redis that has failed is back. */
    boolean allowsAttempt() {
        return breaker.allows();
    }

    /** Whether it has failed and has not answered since. */
    boolean isLeftAlone() {
        return breaker.isOpen();
    }

    /**
     * Tells all processes, the caller's included, the epoch and how many invalidations there were, after seeing to it that
     * the epoch is of this server.
     *
     * @param sender by whom and when, for its own use
     */
    void attend(Shard shard, String sender) throws RedisFailedException {
        run(new ScriptCall("attend", RedisScript.ATTEND, shard, attendance(shard), presence(shard, sender)));
    }

    /** Runs a script, even if Redis has just failed. */
    void run(ScriptCall call) throws RedisFailedException {
        run(List.of(call), answer -> answer, new Budget(Duration.ZERO));
    }

    /**
     * Runs scripts, even if Redis has just failed: all are sent before the first answer is read.
     *
     * @param decoding fails if an answer is none to the script, as those of a connection that has lost its step
     */
    <T> List<T> run(List<ScriptCall> calls, Function<Object, T> decoding, Budget budget) throws RedisFailedException {
        String operation = calls.getFirst().operation();
        long begin = System.nanoTime();
        List<Object> answers;
        try {
            answers = calls.size() == 1 ? List.of(runOne(calls.getFirst())) : runAll(calls);
        } catch (RuntimeException e) {
            throw failed(operation, e);
        } finally {
            budget.spend(System.nanoTime() - begin);
        }
        answered(calls.getFirst().script());
        return decoded(operation, answers, decoding);
    }

    private <T> List<T> decoded(String operation, List<Object> answers, Function<Object, T> decoding)
            throws RedisFailedException {
        try {
            return answers.stream().map(decoding).toList();
        } catch (RuntimeException otherAnswer) {
            count(operation, RedisFailureCause.VALUE);
            connections.dropIdle();
            throw new RedisFailedException(RedisFailureCause.VALUE, otherAnswer);
        }
    }

    private List<Object> runAll(List<ScriptCall> calls) {
        List<Response<Object>> answers;
        try (AbstractPipeline pipeline = connections.redis().pipelined()) {
            answers = calls.stream()
                    .map(call -> pipeline.evalsha(call.script().digest(), call.keys(), call.arguments()))
                    .toList();
            pipeline.sync();
        }
        return IntStream.range(0, calls.size())
                .mapToObj(index -> answer(answers.get(index), calls.get(index)))
                .toList();
    }

    private Object answer(Response<Object> answer, ScriptCall call) {
        try {
            return answer.get();
        } catch (JedisNoScriptException unknown) {
            return runOne(call);
        }
    }

    /**
     * A server that does not know the script is new here, started anew or just made the primary: nothing that is kept
     * there is believed before its epoch has begun.
     */
    private Object runOne(ScriptCall call) {
        try {
            return connections.redis().evalsha(call.script().digest(), call.keys(), call.arguments());
        } catch (JedisNoScriptException unknown) {
            Shard shard = call.shard();
            connections.redis().eval(RedisScript.ATTEND.text(), attendance(shard), presence(shard, "-"));
            return connections.redis().eval(call.script().text(), call.keys(), call.arguments());
        }
    }

    private static List<byte[]> attendance(Shard shard) {
        return List.of(shard.epoch(), shard.sequence());
    }

    private static List<byte[]> presence(Shard shard, String sender) {
        return bytes(
                REMEMBERED_MILLIS, UUID.randomUUID().toString(), CHANNEL, Integer.toString(shard.number()), sender);
    }

    static List<byte[]> bytes(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    /** That a server reads proves nothing: it may be one that has lost its place. */
    private void answered(RedisScript script) {
        if (script != RedisScript.READ && breaker.close()) {
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
        return new RedisFailedException(cause, e);
    }

    /** Idle connections to a Redis that has failed are most likely dead, and each would cost one more failure. */
    private void giveUp(RuntimeException e) {
        if (breaker.open()) {
            LOG.log(Level.WARNING, "Redis has failed and is left alone for a while: " + e);
        }
        connections.dropIdle();
    }

    void count(String operation, RedisFailureCause cause) {
        metrics.count("cache.failures", "operation", operation, "cause", cause.tag());
    }
}
