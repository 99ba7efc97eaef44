package dev.sluice.adapters.cache;

import static dev.sluice.adapters.cache.ScriptCall.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values in Redis. Nothing fails because of Redis, and nothing asks it while it is left alone. What is asked for many
 * keys is sent at once. Safe for use by many threads; every wait is bounded.
 */
final class SharedTier {

    /** Longer than any fetch takes: what comes later is not stored. */
    private static final String TOKEN_MILLIS = "60000";

    private final TimelyRedis redis;
    private final RedisFailures failures;
    private final Shards shards;
    private final Schemas schemas;
    private final String leaseMillis;

    /** @param lease for how long one fetch keeps others from fetching the same */
    SharedTier(TimelyRedis redis, RedisFailures failures, Shards shards, Schemas schemas, Duration lease) {
        this.redis = redis;
        this.failures = failures;
        this.shards = shards;
        this.schemas = schemas;
        this.leaseMillis = Long.toString(lease.toMillis());
    }

    /** What Redis holds, for each of the keys. */
    List<Lookup> read(List<? extends CacheKey<?>> keys, Budget budget) {
        List<Answer<Kept>> answers = redis.ask(keys.stream().map(this::reading).toList(), Kept::of, budget);
        return IntStream.range(0, keys.size())
                .mapToObj(index -> lookup(keys.get(index), answers.get(index)))
                .toList();
    }

    private Lookup lookup(CacheKey<?> key, Answer<Kept> answer) {
        return switch (answer) {
            case Answer.Given<Kept> given -> lookup(key, given.content());
            case Answer.Failed<Kept> failed -> lookup(failed.reason());
            case Answer.Unknown<Kept> unknown -> new Lookup.Unknown();
        };
    }

    /** A server that has answered, though not with a value, will take what is fetched. */
    private static Lookup lookup(RedisFailureCause reason) {
        return switch (reason) {
            case ANSWER, STEP -> new Lookup.Absent();
            default -> new Lookup.Unknown();
        };
    }

    /** What Redis says that it keeps: nothing if there are no bytes. */
    private static final class Kept {

        private final byte @Nullable [] bytes;
        private final long leftMillis;
        private final String stamp;

        private Kept(byte @Nullable [] bytes, long leftMillis, String stamp) {
            this.bytes = bytes;
            this.leftMillis = leftMillis;
            this.stamp = stamp;
        }

        static Kept of(List<?> parts) {
            return parts.isEmpty()
                    ? new Kept(null, 0, "")
                    : new Kept((byte[]) parts.get(0), (long) parts.get(1), text(parts.get(2)));
        }
    }

    private ScriptCall reading(CacheKey<?> key) {
        Shard shard = shards.of(key.text());
        List<byte[]> names = new ArrayList<>(List.of(shard.value(key)));
        names.addAll(shard.stamp(key));
        return new ScriptCall("read", RedisScript.READ, shard, names, List.of());
    }

    private Lookup lookup(CacheKey<?> key, Kept kept) {
        if (kept.bytes == null) {
            return new Lookup.Absent();
        }
        byte[] name = shards.of(key.text()).value(key);
        Optional<Envelope> envelope = Envelope.open(name, kept.bytes);
        if (envelope.isEmpty()) {
            failures.count("read", RedisFailureCause.VALUE);
            return new Lookup.Absent();
        }
        if (envelope.get().schema() != schemas.of(key.region())) {
            failures.count("read", RedisFailureCause.SCHEMA);
            return new Lookup.Absent();
        }
        return believed(envelope.get(), kept.leftMillis, kept.stamp);
    }

    /** What is left of its life tells its age, whatever the clocks of the processes say. */
    private static Lookup believed(Envelope envelope, long leftMillis, String stamp) {
        if (stamp.startsWith(" ") || !stamp.equals(envelope.stamp())) {
            return new Lookup.Absent();
        }
        long age = Math.max(0, envelope.entry().lifetime().end() - leftMillis);
        return new Lookup.Found(envelope.entry().bornAt(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(age)));
    }

    /** Begins a fetch of each of the keys: a ticket for each, or none where Redis could not be asked for one. */
    List<Optional<Ticket>> begin(List<? extends CacheKey<?>> keys, Budget budget) {
        String owner = UUID.randomUUID().toString();
        List<ScriptCall> calls = keys.stream().map(key -> beginning(key, owner)).toList();
        return redis.askOrUndo(calls, answer -> ticket(owner, answer), budget, call -> abandoning(call, owner)).stream()
                .map(answer -> answer instanceof Answer.Given<Ticket> given
                        ? Optional.of(given.content())
                        : Optional.<Ticket>empty())
                .toList();
    }

    private ScriptCall beginning(CacheKey<?> key, String owner) {
        Shard shard = shards.of(key.text());
        List<byte[]> names = new ArrayList<>(List.of(shard.token(key), shard.lease(key), shard.value(key)));
        names.addAll(shard.stamp(key));
        List<byte[]> arguments = bytes(owner, TOKEN_MILLIS, leaseMillis, ScriptCall.REMEMBERED_MILLIS);
        return new ScriptCall("begin", RedisScript.BEGIN, shard, names, arguments);
    }

    /** Others would wait for a fetch that nobody does under this lease. */
    private static ScriptCall abandoning(ScriptCall begun, String owner) {
        byte[] lease = begun.keys().get(1);
        return new ScriptCall("release", RedisScript.RELEASE, begun.shard(), List.of(lease), bytes(owner));
    }

    private static Ticket ticket(String owner, List<?> answer) {
        return new Ticket(
                text(answer.get(0)), owner, (long) answer.get(1) == 1, text(answer.get(2)), (long) answer.get(3) == 1);
    }

    /** Ends fetches that have tickets with what they brought; what is not kept takes the place of what was. */
    List<Fill> fill(List<Fetched> fetched, Budget budget) {
        List<ScriptCall> calls = fetched.stream().map(this::filling).toList();
        return redis
                .finish(calls, stored -> (long) stored.getFirst() == 1 ? Fill.STORED : Fill.REFUSED, budget)
                .stream()
                .map(answer -> answer instanceof Answer.Given<Fill> given ? given.content() : Fill.FAILED)
                .toList();
    }

    private ScriptCall filling(Fetched fetched) {
        CacheKey<?> key = fetched.key();
        Ticket ticket = Objects.requireNonNull(fetched.ticket());
        Shard shard = shards.of(key.text());
        byte[] name = shard.value(key);
        long life = fetched.isKept() ? Math.max(1, fetched.entry().leftMillis(System.nanoTime())) : 0;
        List<byte[]> arguments = new ArrayList<>(bytes(ticket.token(), ticket.owner(), Long.toString(life)));
        arguments.add(life == 0 ? new byte[0] : sealed(fetched, ticket, name));
        List<byte[]> names = List.of(shard.token(key), shard.lease(key), name);
        return new ScriptCall("fill", RedisScript.FILL, shard, names, arguments);
    }

    private byte[] sealed(Fetched fetched, Ticket ticket, byte[] name) {
        return new Envelope(schemas.of(fetched.key().region()), ticket.stamp(), fetched.entry()).sealed(name);
    }

    /** Ends fetches that failed. Where that cannot be told, their leases end by themselves. */
    void release(Map<? extends CacheKey<?>, Ticket> held, Budget budget) {
        List<ScriptCall> calls = held.entrySet().stream()
                .map(each -> releasing(each.getKey(), each.getValue()))
                .toList();
        if (!calls.isEmpty()) {
            redis.finish(calls, answer -> answer, budget);
        }
    }

    private ScriptCall releasing(CacheKey<?> key, Ticket ticket) {
        Shard shard = shards.of(key.text());
        return new ScriptCall("release", RedisScript.RELEASE, shard, List.of(shard.lease(key)), bytes(ticket.owner()));
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, UTF_8);
    }
}
