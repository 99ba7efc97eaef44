package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ContentVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is known under a key: a value, or that there is none. Nobody changes it. */
final class Entry {

    private final byte @Nullable [] bytes;
    private final String version;
    private final Lifetime lifetime;
    private final long bornNanos;

    private Entry(byte @Nullable [] bytes, String version, Lifetime lifetime, long bornNanos) {
        this.bytes = bytes;
        this.version = version;
        this.lifetime = lifetime;
        this.bornNanos = bornNanos;
    }

    /** @param bornNanos when it was fetched, by {@link System#nanoTime} */
    static Entry of(byte[] bytes, Lifetime lifetime, long bornNanos) {
        return new Entry(bytes, ContentVersion.of(bytes), lifetime, bornNanos);
    }

    /** One whose version was worked out before, born at an unknown time. */
    static Entry known(byte @Nullable [] bytes, String version, Lifetime lifetime) {
        return new Entry(bytes, version, lifetime, 0);
    }

    static Entry absent(Lifetime lifetime, long bornNanos) {
        return new Entry(null, "", lifetime, bornNanos);
    }

    Entry bornAt(long nanos) {
        return new Entry(bytes, version, lifetime, nanos);
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    String version() {
        return version;
    }

    Lifetime lifetime() {
        return lifetime;
    }

    int size() {
        return bytes == null ? 0 : bytes.length;
    }

    /** For how many milliseconds more it is good for anything. */
    long leftMillis(long nowNanos) {
        return lifetime.end() - TimeUnit.NANOSECONDS.toMillis(nowNanos - bornNanos);
    }

    Freshness freshness(long nowNanos) {
        return lifetime.at(nowNanos - bornNanos);
    }

    Optional<CachedValue> value(CacheStatus status, long nowNanos) {
        return bytes == null
                ? Optional.empty()
                : Optional.of(new CachedValue(bytes, version, Duration.ofNanos(nowNanos - bornNanos), status));
    }
}
