package dev.sluice.domain.cache;

import java.util.regex.Pattern;

/**
 * A kind of cached value.
 *
 * @param name lower-case letters and hyphens, unique in the system
 * @param version raised when the meaning of the values changes, so that none of an older release is read
 * @param encoding how its values are stored
 * @param <V> the type of the values
 */
public record CacheRegion<V>(String name, int version, Encoding<V> encoding) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

    public CacheRegion {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a cache region is named by lower-case letters and hyphens: " + name);
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
