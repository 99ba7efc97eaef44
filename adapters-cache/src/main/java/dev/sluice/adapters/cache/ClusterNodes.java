package dev.sluice.adapters.cache;

import java.util.Set;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.providers.ClusterConnectionProvider;

/**
 * Knows which server of a cluster has which keys. It asks anew on a thread of its own: asking one server after the other
 * may take long, and a reader does better to go to its source.
 */
final class ClusterNodes extends ClusterConnectionProvider {

    private final Errand asking = new Errand("redis-topology");

    /** Asks the nodes one after the other until one answers. */
    ClusterNodes(Set<HostAndPort> nodes, JedisClientConfig client, ConnectionPoolConfig pool) {
        super(nodes, client, pool);
    }

    boolean hasIdle(Shard shard) {
        ConnectionPool pool = cache.getSlotPool(shard.slot());
        return pool != null && pool.getNumIdle() > 0;
    }

    /** Closes the connections that nobody uses to the server that has, or had, the shard. */
    void dropIdle(Shard shard) {
        ConnectionPool pool = cache.getSlotPool(shard.slot());
        if (pool != null) {
            pool.clear();
        }
    }

    @Override
    public void renewSlotCache() {
        asking.start(super::renewSlotCache);
    }

    /** Who is told that another server has the key is told which one too, and need not wait for the rest. */
    @Override
    public void renewSlotCache(Connection moved) {
        renewSlotCache();
    }
}
