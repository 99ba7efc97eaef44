package dev.sluice.adapters.cache;

import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Says that a connection was hung up on because its answer took too long. */
final class OverdueException extends JedisException {

    private static final long serialVersionUID = 1;

    OverdueException(JedisConnectionException hungUp) {
        super("an answer of Redis took too long", hungUp);
    }
}
