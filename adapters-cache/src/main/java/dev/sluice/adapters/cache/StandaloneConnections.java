package dev.sluice.adapters.cache;

import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.HostAndPort;

/** The connections to a Redis that is one server. */
final class StandaloneConnections implements RedisConnections {

    private final HostAndPort server;
    private final ConnectionSettings settings;
    private final ConnectionPool pool;

    StandaloneConnections(HostAndPort server, ConnectionSettings settings) {
        this.server = server;
        this.settings = settings;
        this.pool = new ConnectionPool(server, settings.server(), settings.pool());
    }

    @Override
    public Connection lend(Shard shard) {
        return pool.getResource();
    }

    @Override
    public Connection listening() {
        return new Connection(server, settings.server());
    }

    @Override
    public boolean hasIdle(Shard shard) {
        return pool.getNumIdle() > 0;
    }

    @Override
    public void dropIdle(Shard shard) {
        pool.clear();
    }

    @Override
    public void close() {
        pool.close();
    }
}
