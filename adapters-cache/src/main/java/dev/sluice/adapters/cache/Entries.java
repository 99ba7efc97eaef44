package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.Encoding;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Makes entries of what fetches bring. */
record Entries(Encoding encoding) {

    /** @param beganNanos when the fetch began: the value may be as old as that */
    <V> Entry of(CacheKey<V> key, Duration ttl, Optional<V> value, long beganNanos) {
        CachePolicy policy = key.region().policy();
        return value.map(encoding::encode)
                .map(bytes -> Entry.of(bytes, Lifetime.of(policy, ttl, chance()), beganNanos))
                .orElseGet(() -> Entry.absent(Lifetime.ofAbsence(policy), beganNanos));
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
