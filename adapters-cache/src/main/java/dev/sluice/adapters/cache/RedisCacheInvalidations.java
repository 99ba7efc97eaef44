package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.CacheKey;

/** Removes values from Redis. */
final class RedisCacheInvalidations implements CacheInvalidations {

    private final RedisValues values;

    RedisCacheInvalidations(RedisValues values) {
        this.values = values;
    }

    @Override
    public void invalidate(CacheKey<?> key) {
        values.remove(key);
    }
}
