package dev.sluice.domain.cache;

import java.time.Duration;

/** A value as the cache gives it: its encoded bytes, which nobody changes, and what is known about them. */
public final class CachedValue {

    private final byte[] bytes;
    private final String version;
    private final Duration age;
    private final CacheStatus status;

    /**
     * @param version names these bytes among all that the key has ever had
     * @param age how long ago the fetch that brought them began
     */
    public CachedValue(byte[] bytes, String version, Duration age, CacheStatus status) {
        this.bytes = bytes;
        this.version = version;
        this.age = age;
        this.status = status;
    }

    public byte[] bytes() {
        return bytes;
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
