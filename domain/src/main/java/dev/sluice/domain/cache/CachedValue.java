package dev.sluice.domain.cache;

/**
 * A value as the cache gives it: its bytes, and where they came from. Safe for use by many threads; nobody changes the
 * bytes.
 *
 * @param <V> the type of the value
 */
public final class CachedValue<V> {

    private final Encoding<V> encoding;
    private final byte[] bytes;
    private final CacheStatus status;

    public CachedValue(Encoding<V> encoding, byte[] bytes, CacheStatus status) {
        this.encoding = encoding;
        this.bytes = bytes;
        this.status = status;
    }

    public byte[] bytes() {
        return bytes;
    }

    public CacheStatus status() {
        return status;
    }

    /** Decodes the value anew at each call. */
    public V decoded() {
        return encoding.decode(bytes);
    }
}
