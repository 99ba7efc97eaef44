package dev.sluice.adapters.cache;

import java.util.NoSuchElementException;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Why Redis did not do what it was asked for. */
enum RedisFailureCause {
    /** Out of reach, too slow, not letting us in, or not speaking the protocol. */
    UNREACHABLE("unreachable"),
    /** All connections of our own pool were busy, which says nothing about Redis. */
    POOL("pool"),
    /** Redis answered with an error that concerns this one command. */
    ANSWER("answer"),
    /** Redis holds something else under the key. */
    VALUE("value");

    private final String tag;

    RedisFailureCause(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    static RedisFailureCause of(RuntimeException failure) {
        if (failure instanceof JedisAccessControlException) {
            return UNREACHABLE;
        }
        if (failure instanceof JedisDataException) {
            return ANSWER;
        }
        return failure.getCause() instanceof NoSuchElementException ? POOL : UNREACHABLE;
    }
}
