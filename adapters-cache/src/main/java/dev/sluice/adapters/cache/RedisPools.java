package dev.sluice.adapters.cache;

/**
 * The connections to Redis, apart by who uses them: however many read, an invalidation and the proof that memory may be
 * trusted find one free.
 *
 * @param readers for whoever can do without Redis
 * @param duties for what nothing else does
 */
record RedisPools(RedisConnections readers, RedisConnections duties) implements AutoCloseable {

    /** One for the beat and one for an invalidation: each takes a fraction of a millisecond. */
    private static final int DUTIES = 2;

    static RedisPools of(RedisProperties properties) {
        return new RedisPools(
                RedisConnections.of(properties, properties.maxConnections()), RedisConnections.of(properties, DUTIES));
    }

    /** Idle connections to a server that has failed are most likely dead, and each would cost one more failure. */
    void dropIdle(Shard shard) {
        readers.dropIdle(shard);
        duties.dropIdle(shard);
    }

    @Override
    public void close() {
        readers.close();
        duties.close();
    }
}
