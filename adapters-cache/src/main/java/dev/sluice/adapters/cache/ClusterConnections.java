package dev.sluice.adapters.cache;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** The connections to the servers of a cluster. */
final class ClusterConnections implements RedisConnections {

    /** One, and one more where the first server says that another has the key. */
    private static final int ATTEMPTS = 2;

    private final RedisTopology.Cluster cluster;
    private final ConnectionSettings settings;
    private final LazyClient<RedisClusterClient> client;

    ClusterConnections(RedisTopology.Cluster cluster, ConnectionSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.client = new LazyClient<>(this::connect, settings.patience(), settings.pause());
    }

    /** After a time-out there is no second attempt: a read has waited long enough then. */
    private RedisClusterClient connect() {
        return RedisClusterClient.builder()
                .nodes(cluster.nodes())
                .clientConfig(settings.server())
                .connectionProvider(new ClusterNodes(cluster.nodes(), settings.server(), settings.pool()))
                .maxAttempts(ATTEMPTS)
                .maxTotalRetriesDuration(settings.properties().timeout())
                .build();
    }

    @Override
    public UnifiedJedis redis() {
        return client.get();
    }

    /** To any of them: what is published on one comes to all. The next attempt most likely leads to another. */
    @Override
    public Connection listening() {
        List<String> nodes = List.copyOf(client.get().getClusterNodes().keySet());
        String any = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
        return new Connection(HostAndPort.from(any), settings.server());
    }

    /** And asks who has the keys now: a server that only times out never says that another has taken its place. */
    @Override
    public void dropIdle() {
        client.ifMade(made -> {
            made.getClusterNodes().values().forEach(ConnectionPool::clear);
            made.refreshClusterTopology();
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
