package dev.sluice.adapters.cache;

import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Connections to Redis, however its servers are arranged. They connect to nothing before they are asked: a process starts
 * without Redis. Safe for use by many threads; every wait is bounded by the time-outs of the connections.
 */
interface RedisConnections extends AutoCloseable {

    /** @param most how many there are at a time, in a cluster to each of its servers */
    static RedisConnections of(RedisProperties properties, int most) {
        ConnectionSettings settings = new ConnectionSettings(properties, most);
        return switch (properties.topology()) {
            case RedisTopology.Standalone one -> new StandaloneConnections(one.server(), settings);
            case RedisTopology.Watched watched -> new SentinelConnections(watched, settings);
            case RedisTopology.Cluster cluster -> new ClusterConnections(cluster, settings);
        };
    }

    /**
     * A connection to the server that has the shard. Closing it gives it back, unless it is broken.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if there is none to be had
     */
    Connection lend(Shard shard);

    /**
     * The same to the server that another has named in its place, for one command.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if there is none to be had, or servers do not share keys here
     */
    default Connection follow(JedisRedirectionException elsewhere) {
        throw elsewhere;
    }

    /**
     * A new connection for listening, beyond those that are lent, to a server to which comes what is told anywhere; it
     * belongs to the caller.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if it cannot be made
     */
    Connection listening();

    /** Whether a connection to the server of a shard is there and nobody uses it; waits for nothing. */
    boolean hasIdle(Shard shard);

    /** Closes the connections to the server of a shard that nobody uses. */
    void dropIdle(Shard shard);

    @Override
    void close();
}
