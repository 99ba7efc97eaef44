package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.metric.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
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
        return !budget.isSpent() && breaker.allows();
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
    void attend(Shard shard, String sender, Budget budget) throws RedisFailedException {
        run(new ScriptCall("attend", RedisScript.ATTEND, shard, attendance(shard), presence(shard, sender)), budget);
    }

    /** Runs a script, even if Redis has just failed. */
    Object run(ScriptCall call, Budget budget) throws RedisFailedException {
        return run(List.of(call), budget).getFirst();
    }

    /** Runs scripts, even if Redis has just failed: all are sent before the first answer is read. */
    List<Object> run(List<ScriptCall> calls, Budget budget) throws RedisFailedException {
        long begin = System.nanoTime();
        try {
            List<Object> answers = calls.size() == 1 ? List.of(runOne(calls.getFirst())) : runAll(calls);
            answered();
            return answers;
        } catch (RuntimeException e) {
            throw failed(calls.getFirst().operation(), e);
        } finally {
            budget.spend(System.nanoTime() - begin);
        }
    }

    private List<Object> runAll(List<ScriptCall> calls) {
        try (AbstractPipeline pipeline = connections.redis().pipelined()) {
            List<Response<Object>> answers = calls.stream()
                    .map(call -> pipeline.evalsha(call.script().digest(), call.keys(), call.arguments()))
                    .toList();
            pipeline.sync();
            return answers.stream().map(Response::get).toList();
        } catch (JedisNoScriptException unknown) {
            return calls.stream().map(this::runOne).toList();
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
