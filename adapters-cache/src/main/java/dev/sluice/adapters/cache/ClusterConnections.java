package dev.sluice.adapters.cache;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** The connections to the servers of a cluster. */
final class ClusterConnections implements RedisConnections {

    private final RedisTopology.Cluster cluster;
    private final ConnectionSettings settings;
    private final LazyClient<ClusterNodes> client;

    ClusterConnections(RedisTopology.Cluster cluster, ConnectionSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.client = new LazyClient<>(this::connect, ClusterNodes::close, settings.patience(), settings.pause());
    }

    private ClusterNodes connect() {
        return new ClusterNodes(cluster.nodes(), settings.server(), settings.pool());
    }

    @Override
    public Connection lend(Shard shard) {
        return client.get().getConnectionFromSlot(shard.slot());
    }

    /** A server that has the shard no more says so for good; one that is about to give it away does so for once. */
    @Override
    public Connection follow(JedisRedirectionException elsewhere) {
        ClusterNodes nodes = client.get();
        Connection named = nodes.getConnection(elsewhere.getTargetNode());
        if (elsewhere instanceof JedisAskDataException) {
            named.executeCommand(Protocol.Command.ASKING);
        } else {
            nodes.renewSlotCache();
        }
        return named;
    }

    /** To any of them: what is published on one comes to all. The next attempt most likely leads to another. */
    @Override
    public Connection listening() {
        List<String> nodes = List.copyOf(client.get().getConnectionMap().keySet());
        String any = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
        return new Connection(HostAndPort.from(any), settings.server());
    }

    @Override
    public boolean hasIdle(Shard shard) {
        return client.isMade(nodes -> nodes.hasIdle(shard));
    }

    /** And asks who has the keys now: a server that only times out never says that another has taken its place. */
    @Override
    public void dropIdle(Shard shard) {
        client.ifMade(nodes -> {
            nodes.dropIdle(shard);
            nodes.renewSlotCache();
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
