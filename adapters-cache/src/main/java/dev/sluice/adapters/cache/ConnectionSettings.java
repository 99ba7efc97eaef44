package dev.sluice.adapters.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;

/**
 * How connections to Redis are opened, how many are kept, and how long a server that has failed is left alone.
 *
 * @param most how many there are at a time to one server
 */
record ConnectionSettings(RedisProperties properties, int most) {

    /** For the servers that hold the values. */
    JedisClientConfig server() {
        RedisAddress address = properties.address();
        String password = properties.password() == null ? address.password() : properties.password();
        return login(address.user(), password).database(address.database()).build();
    }

    /** For the sentinels, which have users of their own and no databases. */
    JedisClientConfig sentinel(@Nullable String user, @Nullable String password) {
        return login(user, password).build();
    }

    /** The protocol is pinned, because a failed first negotiation would choose another one for good. */
    private DefaultJedisClientConfig.Builder login(@Nullable String user, @Nullable String password) {
        return DefaultJedisClientConfig.builder()
                .resp3()
                .connectionTimeoutMillis((int) properties.connectTimeout().toMillis())
                .socketTimeoutMillis((int) properties.timeout().toMillis())
                .user(user)
                .password(password)
                .sslOptions(properties.address().tls() ? SslOptions.defaults() : null);
    }

    /** Who has waited longest is next: a beat waits for one invalidation, not for all. */
    ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(most);
        pool.setMaxIdle(most);
        pool.setFairness(true);
        pool.setMaxWait(properties.maxWait());
        return pool;
    }

    /** How long one server may take to let us in. */
    Duration patience() {
        return properties.connectTimeout().plus(properties.timeout());
    }

    Duration pause() {
        return properties.failurePause();
    }
}
