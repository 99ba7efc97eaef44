package dev.sluice.adapters.cache;

import redis.clients.jedis.exceptions.JedisException;

/** Says that a connection answered a question with something that is no answer to it. */
final class OutOfStepException extends JedisException {

    private static final long serialVersionUID = 1;

    OutOfStepException() {
        super("a connection to Redis has lost its step");
    }
}
