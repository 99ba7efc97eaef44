package dev.sluice.adapters.cache;

import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/** The connections to a Redis that is one server. */
final class StandaloneConnections implements RedisConnections {

    private final HostAndPort server;
    private final ConnectionSettings settings;
    private final RedisClient redis;

    StandaloneConnections(HostAndPort server, ConnectionSettings settings) {
        this.server = server;
        this.settings = settings;
        this.redis = RedisClient.builder()
                .hostAndPort(server)
                .clientConfig(settings.server())
                .poolConfig(settings.pool())
                .build();
    }

    @Override
    public RedisClient redis() {
        return redis;
    }

    @Override
    public Connection listening() {
        return new Connection(server, settings.server());
    }

    @Override
    public void dropIdle() {
        redis.getPool().clear();
    }

    @Override
    public void close() {
        redis.close();
    }
}
