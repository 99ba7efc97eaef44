package dev.sluice.adapters.cache;

import java.util.NoSuchElementException;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Why Redis did not do what it was asked for. */
enum RedisFailureCause {
    /** Out of reach, too slow, not letting us in, not speaking the protocol, or not the server that takes writes. */
    UNREACHABLE("unreachable"),
    /** All connections of our own pool were busy, which says nothing about Redis. */
    POOL("pool"),
    /** Redis answered with an error that concerns this one command. */
    ANSWER("answer"),
    /** A connection answered with the answer to another question. */
    STEP("step"),
    /** It had not answered when the time of who asked was up, which says nothing about Redis either. */
    LATE("late"),
    /** Redis holds something else under the key. */
    VALUE("value"),
    /** A release whose values look otherwise wrote what Redis holds. */
    SCHEMA("schema");

    private final String tag;

    RedisFailureCause(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    static RedisFailureCause of(RuntimeException failure) {
        if (failure instanceof JedisAccessControlException || isOfAnotherServer(failure)) {
            return UNREACHABLE;
        }
        if (failure instanceof OverdueException) {
            return LATE;
        }
        if (failure instanceof OutOfStepException) {
            return STEP;
        }
        if (failure instanceof JedisDataException) {
            return ANSWER;
        }
        return failure.getCause() instanceof NoSuchElementException ? POOL : UNREACHABLE;
    }

    /** After a failover a connection may lead to a server that no longer takes writes or does not yet, or to a cluster. */
    private static boolean isOfAnotherServer(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean closed =
                Stream.of("READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN").anyMatch(message::contains);
        return failure instanceof JedisRedirectionException || (failure instanceof JedisDataException && closed);
    }
}
