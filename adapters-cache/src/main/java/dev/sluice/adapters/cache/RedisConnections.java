package dev.sluice.adapters.cache;

import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;

/**
 * The connections to Redis, however its servers are arranged. They connect to nothing before they are asked: a process
 * starts without Redis. Safe for use by many threads; every wait is bounded by the time-outs of the connections.
 */
interface RedisConnections extends AutoCloseable {

    static RedisConnections of(RedisProperties properties) {
        ConnectionSettings settings = new ConnectionSettings(properties);
        return switch (properties.topology()) {
            case RedisTopology.Standalone one -> new StandaloneConnections(one.server(), settings);
            case RedisTopology.Watched watched -> new SentinelConnections(watched, settings);
            case RedisTopology.Cluster cluster -> new ClusterConnections(cluster, settings);
        };
    }

    /**
     * For single commands, on the connections of the pools.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if nobody has told yet where the servers are
     */
    UnifiedJedis redis();

    /**
     * A new connection for listening, outside the pools, to a server to which comes what is told anywhere; it belongs to
     * the caller.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if it cannot be made
     */
    Connection listening();

    /** Closes the connections of the pools that nobody uses. */
    void dropIdle();

    @Override
    void close();
}
