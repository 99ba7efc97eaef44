package dev.sluice.adapters.cache;

import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;

/** Opens the pool of connections to Redis. */
final class RedisConnections {

    private RedisConnections() {}

    /** Connects to nothing yet: a process starts without Redis. */
    static RedisClient open(RedisProperties properties) {
        return RedisClient.builder()
                .hostAndPort(properties.address().server())
                .clientConfig(client(properties))
                .poolConfig(pool(properties))
                .build();
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
}
