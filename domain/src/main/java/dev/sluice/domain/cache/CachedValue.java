package dev.sluice.domain.cache;

/** A value as the cache gives it: its encoded bytes, which nobody changes, and where they came from. */
public final class CachedValue {

    private final byte[] bytes;
    private final CacheStatus status;

    public CachedValue(byte[] bytes, CacheStatus status) {
        this.bytes = bytes;
        this.status = status;
    }

    public byte[] bytes() {
        return bytes;
    }

    public CacheStatus status() {
        return status;
    }
}
