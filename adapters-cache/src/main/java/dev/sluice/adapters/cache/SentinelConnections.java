package dev.sluice.adapters.cache;

import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Delay;
import redis.clients.jedis.util.Pool;

/** The connections to the server that sentinels name, and to the next one as soon as they name another. */
final class SentinelConnections implements RedisConnections {

    private final RedisTopology.Watched watched;
    private final ConnectionSettings settings;
    private final LazyClient<RedisSentinelClient> client;

    SentinelConnections(RedisTopology.Watched watched, ConnectionSettings settings) {
        this.watched = watched;
        this.settings = settings;
        this.client = new LazyClient<>(this::connect, settings.patience(), settings.pause());
    }

    /** Listens to all sentinels from then on, on threads that end with the client. */
    private RedisSentinelClient connect() {
        return RedisSentinelClient.builder()
                .masterName(watched.master())
                .sentinels(watched.sentinels())
                .sentinelClientConfig(settings.sentinel(watched.user(), watched.password()))
                .sentinelReconnectDelay(Delay.constant(settings.pause()))
                .clientConfig(settings.server())
                .poolConfig(settings.pool())
                .build();
    }

    @Override
    public UnifiedJedis redis() {
        return client.get();
    }

    @Override
    public Connection listening() {
        return new Connection(client.get().getCurrentMaster(), settings.server());
    }

    @Override
    public void dropIdle() {
        client.ifMade(made -> made.getPrimaryNodesConnectionMap().values().forEach(Pool::clear));
    }

    @Override
    public void close() {
        client.close();
    }
}
