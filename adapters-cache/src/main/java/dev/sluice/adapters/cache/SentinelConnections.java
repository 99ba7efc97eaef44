package dev.sluice.adapters.cache;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Pool;

/** The connections to the server that sentinels name, and to the next one as soon as they name another. */
final class SentinelConnections implements RedisConnections {

    private final RedisTopology.Watched watched;
    private final ConnectionSettings settings;
    private final LazyClient<SentineledConnectionProvider> client;
    private final Errand asking = new Errand("redis-sentinels");

    SentinelConnections(RedisTopology.Watched watched, ConnectionSettings settings) {
        this.watched = watched;
        this.settings = settings;
        this.client = new LazyClient<>(
                this::connect, SentineledConnectionProvider::close, settings.patience(), settings.pause());
    }

    /** Listens to all sentinels from then on, on threads that end with the client. */
    private SentineledConnectionProvider connect() {
        return new SentineledConnectionProvider(
                watched.master(),
                settings.server(),
                settings.pool(),
                watched.sentinels(),
                settings.sentinel(watched.user(), watched.password()));
    }

    @Override
    public Connection lend(Shard shard) {
        return client.get().getConnection();
    }

    @Override
    public Connection listening() {
        return new Connection(client.get().getCurrentMaster(), settings.server());
    }

    @Override
    public boolean hasIdle(Shard shard) {
        return client.isMade(
                made -> made.getPrimaryNodesConnectionMap().values().stream().anyMatch(pool -> pool.getNumIdle() > 0));
    }

    /** And asks whether the server is still the one: what a sentinel announced may have been lost on the way. */
    @Override
    public void dropIdle(Shard shard) {
        client.ifMade(made -> {
            made.getPrimaryNodesConnectionMap().values().forEach(Pool::clear);
            asking.start(() -> leaveFormer(made));
        });
    }

    private void leaveFormer(SentineledConnectionProvider made) {
        Set<HostAndPort> named =
                watched.sentinels().stream().flatMap(this::named).collect(Collectors.toSet());
        if (!named.isEmpty() && !named.contains(made.getCurrentMaster())) {
            client.replace(made);
        }
    }

    /** The server that a sentinel names, if it answers and knows one. */
    private Stream<HostAndPort> named(HostAndPort sentinel) {
        try (Jedis asked = new Jedis(sentinel, settings.sentinel(watched.user(), watched.password()))) {
            List<String> address = asked.sentinelGetMasterAddrByName(watched.master());
            return address == null
                    ? Stream.empty()
                    : Stream.of(new HostAndPort(address.getFirst(), Integer.parseInt(address.getLast())));
        } catch (JedisException silent) {
            return Stream.empty();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
