package dev.sluice.adapters.cache;

import static dev.sluice.adapters.cache.GuardedRedis.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The values in Redis. Nothing fails because of Redis, and nothing asks it while it is left alone. What is asked for many
 * keys is sent at once. Safe for use by many threads; every wait is bounded.
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

    /** What Redis holds, for each of the keys. */
    List<Lookup> read(List<? extends CacheKey<?>> keys, Budget budget) {
        if (!redis.allows(budget)) {
            return Collections.nCopies(keys.size(), new Lookup.Unknown());
        }
        try {
            List<Object> answers = redis.run(keys.stream().map(this::reading).toList(), budget);
            return IntStream.range(0, keys.size())
                    .mapToObj(index -> lookup(keys.get(index), (List<?>) answers.get(index)))
                    .toList();
        } catch (RedisFailedException e) {
            boolean answered = e.reason() == RedisFailureCause.ANSWER;
            return Collections.nCopies(keys.size(), answered ? new Lookup.Absent() : new Lookup.Unknown());
        }
    }

    private ScriptCall reading(CacheKey<?> key) {
        Shard shard = shards.of(key.text());
        List<byte[]> names = new ArrayList<>(List.of(shard.value(key)));
        names.addAll(shard.stamp(key));
        return new ScriptCall("read", RedisScript.READ, shard, names, List.of());
    }

    private Lookup lookup(CacheKey<?> key, List<?> answer) {
        if (answer.isEmpty()) {
            return new Lookup.Absent();
        }
        byte[] name = shards.of(key.text()).value(key);
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

    /** Begins a fetch of each of the keys; empty if Redis could not be asked. */
    List<Ticket> begin(List<? extends CacheKey<?>> keys, Budget budget) {
        if (!redis.allows(budget)) {
            return List.of();
        }
        String owner = UUID.randomUUID().toString();
        try {
            return redis.run(keys.stream().map(key -> beginning(key, owner)).toList(), budget).stream()
                    .map(answer -> ticket(owner, (List<?>) answer))
                    .toList();
        } catch (RedisFailedException e) {
            return List.of();
        }
    }

    private ScriptCall beginning(CacheKey<?> key, String owner) {
        Shard shard = shards.of(key.text());
        List<byte[]> names = new ArrayList<>(List.of(shard.token(key), shard.lease(key), shard.value(key)));
        names.addAll(shard.stamp(key));
        List<byte[]> arguments = bytes(owner, TOKEN_MILLIS, leaseMillis, GuardedRedis.REMEMBERED_MILLIS);
        return new ScriptCall("begin", RedisScript.BEGIN, shard, names, arguments);
    }

    private static Ticket ticket(String owner, List<?> answer) {
        return new Ticket(
                text(answer.get(0)), owner, (long) answer.get(1) == 1, text(answer.get(2)), (long) answer.get(3) == 1);
    }

    /** Ends fetches that have tickets with what they brought. */
    List<Fill> fill(List<Fetched> fetched, Budget budget) {
        if (!redis.allows(budget)) {
            return Collections.nCopies(fetched.size(), Fill.FAILED);
        }
        try {
            return redis.run(fetched.stream().map(this::filling).toList(), budget).stream()
                    .map(stored -> (long) stored == 1 ? Fill.STORED : Fill.REFUSED)
                    .toList();
        } catch (RedisFailedException e) {
            return Collections.nCopies(fetched.size(), Fill.FAILED);
        }
    }

    private ScriptCall filling(Fetched fetched) {
        CacheKey<?> key = fetched.key();
        Ticket ticket = Objects.requireNonNull(fetched.ticket());
        Shard shard = shards.of(key.text());
        byte[] name = shard.value(key);
        List<byte[]> arguments = new ArrayList<>(bytes(
                ticket.token(),
                ticket.owner(),
                Long.toString(fetched.entry().lifetime().end())));
        arguments.add(new Envelope(schemas.of(key.region()), ticket.stamp(), fetched.entry()).sealed(name));
        List<byte[]> names = List.of(shard.token(key), shard.lease(key), name);
        return new ScriptCall("fill", RedisScript.FILL, shard, names, arguments);
    }

    /** Ends a fetch that brought nothing to keep. */
    void release(CacheKey<?> key, Ticket ticket, Budget budget) {
        if (!ticket.granted() || !redis.allows(budget)) {
            return;
        }
        Shard shard = shards.of(key.text());
        List<byte[]> names = List.of(shard.lease(key));
        try {
            redis.run(new ScriptCall("release", RedisScript.RELEASE, shard, names, bytes(ticket.owner())), budget);
        } catch (RedisFailedException e) {
            // The lease ends by itself.
        }
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, UTF_8);
    }
}
