package dev.sluice.domain.cache;

import java.util.regex.Pattern;

/**
 * The name of one cached value: its region, who may see it and which it is.
 *
 * @param <V> the type of the value
 */
public record CacheKey<V>(CacheRegion<V> region, String scope, String id) {

    /** No colon, which parts the key's text: two different keys never share one. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public CacheKey {
        if (!PART.matcher(scope).matches() || !PART.matcher(id).matches()) {
            throw new IllegalArgumentException("a part of a cache key has 1 to 100 letters, digits, '.', '_' or '-'");
        }
    }

    public String text() {
        return "sluice:" + region.name() + ":v" + region.version() + ":" + scope + ":" + id;
    }
}
