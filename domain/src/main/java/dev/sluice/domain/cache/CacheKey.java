package dev.sluice.domain.cache;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The name of one cached value: its region, who may see it and which it is. Made by {@link CacheRegion#key}.
 *
 * @param <V> the type of the value
 */
public final class CacheKey<V> {

    private final CacheRegion<V> region;
    private final Invalidation.Value value;
    /** Kept, because a read from memory would take longer to spell it than to find the value. */
    private final String text;
    /** In order, so that all processes name them alike. */
    private final Set<String> tags;

    CacheKey(CacheRegion<V> region, String scope, String id, Set<String> tags) {
        tags.forEach(CacheNames::requirePart);
        this.region = region;
        this.value = new Invalidation.Value(region.name(), scope, id);
        this.text = value.text();
        this.tags = Collections.unmodifiableSet(new TreeSet<>(tags));
    }

    public CacheRegion<V> region() {
        return region;
    }

    /** The tags under which the value can be invalidated together with others. */
    public Set<String> tags() {
        return tags;
    }

    /** Says that the value is no longer right. */
    public Invalidation invalidation() {
        return value;
    }

    /** Names the value among all others, in every release. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheKey<?> key && text.equals(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
