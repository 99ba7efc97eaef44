package dev.sluice.domain.cache;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A kind of cached value.
 *
 * @param name lower-case letters and hyphens, unique in the system
 * @param version raised when the form of the values changes, so that none of an older release is read
 * @param type the type of the values
 * @param ttl for how long a value is served, at least a millisecond
 * @param <V> the type of the values
 */
public record CacheRegion<V>(String name, int version, Class<V> type, Duration ttl) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

    public CacheRegion {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a cache region is named by lower-case letters and hyphens: " + name);
        }
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a cached value is served for at least a millisecond");
        }
    }

    /**
     * The key of one value.
     *
     * @param scope who may see the value, such as {@code public} or a seller's id
     * @param id which value it is; no personal data
     */
    public CacheKey<V> key(String scope, String id) {
        return new CacheKey<>(this, scope, id);
    }
}
