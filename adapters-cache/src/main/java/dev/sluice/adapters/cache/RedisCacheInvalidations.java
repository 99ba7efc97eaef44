package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.failure.RetryableFailure;
import java.util.ArrayList;
import java.util.List;

/** Takes values out of Redis, which tells every process, and out of this process's memory at once. */
final class RedisCacheInvalidations implements CacheInvalidations {

    private final GuardedRedis redis;
    private final Shards shards;
    private final Marks marks;

    RedisCacheInvalidations(GuardedRedis redis, Shards shards, Marks marks) {
        this.redis = redis;
        this.shards = shards;
        this.marks = marks;
    }

    /** Marks once more at the end: what was read from Redis meanwhile may be what was there before. */
    @Override
    public void invalidate(Invalidation invalidation) {
        marks.move(invalidation);
        try {
            tell(invalidation);
        } catch (RedisFailedException e) {
            throw new RetryableFailure("Redis did not confirm that it no longer has " + invalidation.text(), e);
        } finally {
            marks.move(invalidation);
        }
    }

    /** Even if Redis has just failed, because nothing else would. */
    private void tell(Invalidation invalidation) throws RedisFailedException {
        if (invalidation instanceof Invalidation.Value value) {
            Shard shard = shards.of(value.text());
            take(shard, value, shard.all(value));
        } else {
            for (Shard shard : shards.all()) {
                take(shard, invalidation, List.of(shard.generation(invalidation)));
            }
        }
    }

    private void take(Shard shard, Invalidation invalidation, List<byte[]> gone) throws RedisFailedException {
        List<byte[]> keys = new ArrayList<>(List.of(shard.epoch(), shard.sequence()));
        keys.addAll(gone);
        List<byte[]> arguments = ScriptCall.bytes(
                ScriptCall.REMEMBERED_MILLIS,
                ScriptCall.CHANNEL,
                Integer.toString(shard.number()),
                invalidation.text());
        redis.tell(new ScriptCall("invalidate", RedisScript.INVALIDATE, shard, keys, arguments));
    }
}
