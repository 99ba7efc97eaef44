package dev.sluice.domain.cache;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A value as the cache gives it: its encoded bytes and what is known about them. Many readers share the bytes, so that they
 * can be read but not written.
 */
public final class CachedValue {

    private final ByteBuffer content;
    private final String version;
    private final Duration age;
    private final CacheStatus status;

    /**
     * @param bytes shared with the value: nobody changes them
     * @param version names these bytes among all that the key has ever had
     * @param age how long ago the fetch that brought them began
     */
    public CachedValue(byte[] bytes, String version, Duration age, CacheStatus status) {
        this.content = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        this.version = version;
        this.age = age;
        this.status = status;
    }

    /** The encoded bytes, with a position of the caller's own. */
    public ByteBuffer content() {
        return content.duplicate();
    }

    /** Names these bytes among all that the key has ever had, in visible ASCII without quotes: an entity tag. */
    public String version() {
        return version;
    }

    /** How long ago the fetch that brought the value began. */
    public Duration age() {
        return age;
    }

    public CacheStatus status() {
        return status;
    }
}
