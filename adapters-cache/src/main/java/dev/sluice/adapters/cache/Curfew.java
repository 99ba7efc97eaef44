package dev.sluice.adapters.cache;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Ends what takes too long over a connection: the time-out of a socket begins anew with each byte that comes. */
final class Curfew {

    private static final Logger LOG = System.getLogger(Curfew.class.getName());

    private final Connection connection;
    private final AtomicBoolean over = new AtomicBoolean();

    private Curfew(Connection connection) {
        this.connection = connection;
    }

    /**
     * Does something over a connection, which is hung up on if it is not done after so long.
     *
     * @throws OverdueException then
     */
    static <T> T within(Duration most, Connection connection, Supplier<T> work) {
        Curfew curfew = new Curfew(connection);
        Future<?> end = ForkJoinPool.commonPool().schedule(curfew::hangUp, most.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return work.get();
        } catch (JedisConnectionException broken) {
            throw curfew.over.get() ? new OverdueException(broken) : broken;
        } finally {
            end.cancel(false);
            curfew.lift();
        }
    }

    /** The next who borrows it would find it dead. */
    private void lift() {
        if (!over.compareAndSet(false, true)) {
            connection.setBroken();
        }
    }

    private void hangUp() {
        if (over.compareAndSet(false, true)) {
            try {
                connection.forceDisconnect();
            } catch (IOException closedAlready) {
                LOG.log(Level.DEBUG, "a connection to Redis that took too long was closed", closedAlready);
            }
        }
    }
}
