package dev.sluice.adapters.cache;

import dev.sluice.domain.failure.RetryableFailure;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisPubSub;

/**
 * Keeps the log of invalidations fed for as long as the process runs: one thread listens to Redis, and one has it repeat
 * the last numbers. It takes up a lost connection by itself.
 */
final class InvalidationFeed implements AutoCloseable {

    private static final Logger LOG = System.getLogger(InvalidationFeed.class.getName());

    /** Several times within the trust that a beat gives, so that one that is late costs nothing. */
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** A connection over which nothing came for so long is dead. */
    private static final long DEAF_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final RedisConnections connections;
    private final GuardedRedis redis;
    private final Shards shards;
    private final InvalidationLog log;
    private final Runnable everyBeat;
    private final Thread listener =
            Thread.ofPlatform().daemon().name("cache-listener").unstarted(this::listen);
    private final Thread beater =
            Thread.ofPlatform().daemon().name("cache-beat").unstarted(this::beat);
    /** Used by the thread that beats. */
    private final Map<Shard, Errand> attending = new HashMap<>();

    private volatile @Nullable Connection connection;
    private volatile long lastHeard;
    private volatile boolean closed;

    /** @param everyBeat what else is to be done several times a second */
    InvalidationFeed(
            RedisConnections connections, GuardedRedis redis, Shards shards, InvalidationLog log, Runnable everyBeat) {
        this.connections = connections;
        this.redis = redis;
        this.shards = shards;
        this.log = log;
        this.everyBeat = everyBeat;
    }

    void start() {
        listener.start();
        beater.start();
    }

    private void listen() {
        while (!closed) {
            try (Connection fresh = connections.listening()) {
                lastHeard = System.nanoTime();
                connection = fresh;
                new Ear().proceed(fresh, ScriptCall.CHANNEL);
            } catch (RuntimeException lost) {
                LOG.log(Level.DEBUG, "the connection that listens for invalidations is lost", lost);
            } catch (Error unforeseen) {
                LOG.log(Level.WARNING, "listening for invalidations has failed", unforeseen);
            }
            rest();
        }
    }

    private void beat() {
        while (!closed) {
            try {
                beatOnce();
            } catch (RuntimeException | Error unforeseen) {
                LOG.log(Level.WARNING, "a beat of the cache has failed", unforeseen);
            }
            rest();
        }
    }

    private void beatOnce() {
        shards.all().stream().filter(redis::allowsAttempt).forEach(this::attend);
        everyBeat.run();
        if (System.nanoTime() - lastHeard > DEAF_NANOS) {
            hangUp();
        }
    }

    /**
     * The shards side by side: one whose server hangs keeps none of the others waiting. Not on virtual threads, whose turn
     * may come late when requests keep all processors busy.
     */
    private void attend(Shard shard) {
        attending
                .computeIfAbsent(
                        shard, any -> new Errand(Thread.ofPlatform().daemon().name("cache-attend")))
                .start(() -> attendNow(shard));
    }

    private void attendNow(Shard shard) {
        try {
            redis.tell(ScriptCall.attending(shard, log.sender(System.nanoTime())));
        } catch (RedisFailedException e) {
            // Counted; the next beat tries again.
        } catch (RetryableFailure stopped) {
            LOG.log(Level.DEBUG, "interrupted, as the connections that it waited for are closed", stopped);
        }
    }

    private void rest() {
        if (!closed) {
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** Ends the listener's wait, which has no time-out. */
    private void hangUp() {
        Connection open = connection;
        if (open != null) {
            hangUp(open);
        }
    }

    private static void hangUp(Connection open) {
        try {
            open.forceDisconnect();
        } catch (IOException closedAlready) {
            LOG.log(Level.DEBUG, "the connection that listens for invalidations was closed", closedAlready);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        hangUp();
        LockSupport.unpark(listener);
        LockSupport.unpark(beater);
        listener.join(DEAF_NANOS / 1_000_000);
        beater.join(DEAF_NANOS / 1_000_000);
    }

    private final class Ear extends JedisPubSub {

        /** Who was closed while the connection was on its way is hung up on now: nobody else will. */
        @Override
        public void onSubscribe(String channel, int channels) {
            if (closed) {
                hangUp();
            }
        }

        @Override
        public void onMessage(String channel, String message) {
            lastHeard = System.nanoTime();
            log.hear(message);
        }
    }
}
