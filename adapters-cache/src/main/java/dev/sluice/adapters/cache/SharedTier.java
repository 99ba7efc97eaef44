package dev.sluice.adapters.cache;

import static dev.sluice.adapters.cache.GuardedRedis.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The values in Redis. Nothing fails because of Redis, and nothing asks it while it is left alone. Safe for use by many threads; every wait is bounded.
 */
final class SharedTier {

    /** Longer than any fetch takes: what comes later is not stored. */
    private static final String TOKEN_MILLIS = "60000";

    private final GuardedRedis redis;
    private final Shards shards;
    private final Schemas schemas;
    private final String leaseMillis;

    /** @param lease for how long one fetch keeps others from fetching the same */
    SharedTier(GuardedRedis redis, Shards shards, Schemas schemas, Duration lease) {
        this.redis = redis;
        this.shards = shards;
        this.schemas = schemas;
        this.leaseMillis = Long.toString(lease.toMillis());
    }

    Lookup read(CacheKey<?> key, Budget budget) {
        if (!redis.allows(budget)) {
            return new Lookup.Unknown();
        }
        Shard shard = shards.of(key.text());
        List<byte[]> keys = new ArrayList<>();
        keys.add(shard.value(key));
        keys.addAll(shard.stamp(key));
        try {
            List<?> answer = (List<?>) redis.run("read", RedisScript.READ, shard, keys, List.of(), budget);
            return answer.isEmpty() ? new Lookup.Absent() : opened(key, shard.value(key), answer);
        } catch (RedisFailedException e) {
            return e.reason() == RedisFailureCause.ANSWER ? new Lookup.Absent() : new Lookup.Unknown();
        }
    }

    private Lookup opened(CacheKey<?> key, byte[] name, List<?> answer) {
        Optional<Envelope> envelope = Envelope.open(name, (byte[]) answer.getFirst());
        if (envelope.isEmpty()) {
            redis.count("read", RedisFailureCause.VALUE);
            return new Lookup.Absent();
        }
        if (envelope.get().schema() != schemas.of(key.region())) {
            redis.count("read", RedisFailureCause.SCHEMA);
            return new Lookup.Absent();
        }
        return believed(envelope.get(), (long) answer.get(1), text(answer.get(2)));
    }

    /** What is left of its life tells its age, whatever the clocks of the processes say. */
    private static Lookup believed(Envelope envelope, long leftMillis, String stamp) {
        if (stamp.startsWith(" ") || !stamp.equals(envelope.stamp())) {
            return new Lookup.Absent();
        }
        long age = Math.max(0, envelope.entry().lifetime().end() - leftMillis);
        return new Lookup.Found(envelope.entry().bornAt(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(age)));
    }

    /** Begins a fetch; empty if Redis could not be asked. */
    Optional<Ticket> begin(CacheKey<?> key, Budget budget) {
        if (!redis.allows(budget)) {
            return Optional.empty();
        }
        Shard shard = shards.of(key.text());
        List<byte[]> keys = new ArrayList<>(List.of(shard.token(key), shard.lease(key), shard.value(key)));
        keys.addAll(shard.stamp(key));
        String owner = UUID.randomUUID().toString();
        List<byte[]> arguments = bytes(owner, TOKEN_MILLIS, leaseMillis, GuardedRedis.REMEMBERED_MILLIS);
        try {
            List<?> answer = (List<?>) redis.run("begin", RedisScript.BEGIN, shard, keys, arguments, budget);
            boolean granted = (long) answer.get(1) == 1;
            boolean occupied = (long) answer.get(3) == 1;
            return Optional.of(new Ticket(text(answer.get(0)), owner, granted, text(answer.get(2)), occupied));
        } catch (RedisFailedException e) {
            return Optional.empty();
        }
    }

    /** Ends a fetch with what it brought. */
    Fill fill(CacheKey<?> key, Ticket ticket, Entry entry, Budget budget) {
        if (!redis.allows(budget)) {
            return Fill.FAILED;
        }
        Shard shard = shards.of(key.text());
        byte[] name = shard.value(key);
        byte[] sealed = new Envelope(schemas.of(key.region()), ticket.stamp(), entry).sealed(name);
        List<byte[]> arguments = new ArrayList<>(bytes(ticket.token(), ticket.owner()));
        arguments.add(sealed);
        arguments.addAll(bytes(Long.toString(entry.lifetime().end())));
        try {
            List<byte[]> keys = List.of(shard.token(key), shard.lease(key), name);
            boolean stored = (long) redis.run("fill", RedisScript.FILL, shard, keys, arguments, budget) == 1;
            return stored ? Fill.STORED : Fill.REFUSED;
        } catch (RedisFailedException e) {
            return Fill.FAILED;
        }
    }

    /** Ends a fetch that brought nothing to keep. */
    void release(CacheKey<?> key, Ticket ticket, Budget budget) {
        if (!ticket.granted() || !redis.allows(budget)) {
            return;
        }
        Shard shard = shards.of(key.text());
        try {
            redis.run("release", RedisScript.RELEASE, shard, List.of(shard.lease(key)), bytes(ticket.owner()), budget);
        } catch (RedisFailedException e) {
            // The lease ends by itself.
        }
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, UTF_8);
    }
}
