package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.Encoding;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Makes entries of what fetches bring. */
record Entries(Encoding encoding) {

    /** An entry that is born now. */
    <V> Entry of(CacheKey<V> key, Duration ttl, Optional<V> value) {
        CachePolicy policy = key.region().policy();
        long now = System.nanoTime();
        return value.map(encoding::encode)
                .map(bytes -> Entry.of(bytes, Lifetime.of(policy, ttl, chance()), now))
                .orElseGet(() -> Entry.absent(Lifetime.ofAbsence(policy), now));
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
