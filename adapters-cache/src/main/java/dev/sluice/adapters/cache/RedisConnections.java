package dev.sluice.adapters.cache;

import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;

/** The connections to Redis. It connects to nothing before it is asked: a process starts without Redis. */
final class RedisConnections implements AutoCloseable {

    private final RedisProperties properties;
    private final RedisClient redis;

    RedisConnections(RedisProperties properties) {
        this.properties = properties;
        this.redis = RedisClient.builder()
                .hostAndPort(properties.address().server())
                .clientConfig(client(properties))
                .poolConfig(pool(properties))
                .build();
    }

    /** For single commands, on the connections of the pool. */
    RedisClient redis() {
        return redis;
    }

    /** A new connection for listening, outside the pool; it belongs to the caller. */
    Connection listening() {
        return new Connection(properties.address().server(), client(properties));
    }

    /** Closes the connections of the pool that nobody uses. */
    void dropIdle() {
        redis.getPool().clear();
    }

    /** The protocol is pinned, because a failed first negotiation would choose another one for good. */
    private static JedisClientConfig client(RedisProperties properties) {
        RedisAddress address = properties.address();
        return DefaultJedisClientConfig.builder()
                .resp3()
                .connectionTimeoutMillis((int) properties.connectTimeout().toMillis())
                .socketTimeoutMillis((int) properties.timeout().toMillis())
                .user(address.user())
                .password(properties.password() == null ? address.password() : properties.password())
                .database(address.database())
                .sslOptions(address.tls() ? SslOptions.defaults() : null)
                .build();
    }

    private static ConnectionPoolConfig pool(RedisProperties properties) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(properties.maxConnections());
        pool.setMaxIdle(properties.maxConnections());
        pool.setMaxWait(properties.maxWait());
        return pool;
    }

    @Override
    public void close() {
        redis.close();
    }
}
