package dev.sluice.adapters.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Runs scripts on the server that has their shard. Safe for use by many threads. */
record Scripts(RedisConnections connections) {

    private static final Logger LOG = System.getLogger(Scripts.class.getName());

    /**
     * @param calls of one shard
     * @param most how long answering may take, once there is a connection
     * @return for each call a list, or the error that the server answered
     * @throws redis.clients.jedis.exceptions.JedisException if the server could not be asked
     */
    List<Object> run(List<ScriptCall> calls, Duration most) {
        List<Object> answers = answers(connections.lend(calls.getFirst().shard()), calls, most);
        return IntStream.range(0, calls.size())
                .mapToObj(index -> answers.get(index) instanceof JedisRedirectionException elsewhere
                        ? runElsewhere(calls.get(index), elsewhere, most)
                        : answers.get(index))
                .toList();
    }

    private Object runElsewhere(ScriptCall call, JedisRedirectionException elsewhere, Duration most) {
        return answers(connections.follow(elsewhere), List.of(call), most).getFirst();
    }

    private static List<Object> answers(Connection connection, List<ScriptCall> calls, Duration most) {
        try {
            return Curfew.within(most, connection, () -> new Exchange(connection).ask(calls));
        } finally {
            giveBack(connection);
        }
    }

    /** In the place of a broken one the pool makes another at once, and a server that hangs makes that take long. */
    private static void giveBack(Connection connection) {
        if (connection.isBroken()) {
            Thread.ofVirtual().name("redis-broken").start(() -> giveBackNow(connection));
        } else {
            connection.close();
        }
    }

    private static void giveBackNow(Connection broken) {
        try {
            broken.close();
        } catch (RuntimeException unreachable) {
            LOG.log(Level.DEBUG, "a broken connection to Redis has no successor", unreachable);
        }
    }
}
