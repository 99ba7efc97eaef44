package dev.sluice.domain.cache;

import java.util.Set;

/**
 * A kind of cached value.
 *
 * @param name lower-case letters and hyphens, unique in the system
 * @param type the type of the values, a record; values of another form, such as an older release's, are not read
 * @param policy how its values are kept
 * @param <V> the type of the values
 */
public record CacheRegion<V>(String name, Class<V> type, CachePolicy policy) {

    public CacheRegion {
        CacheNames.requireRegion(name);
    }

    /**
     * The key of one value.
     *
     * @param scope who may see the value, such as {@code public} or a seller's id
     * @param id which value it is; no personal data
     * @param tags under which it can be invalidated together with others; no personal data
     */
    public CacheKey<V> key(String scope, String id, String... tags) {
        return new CacheKey<>(this, scope, id, Set.of(tags));
    }
}
