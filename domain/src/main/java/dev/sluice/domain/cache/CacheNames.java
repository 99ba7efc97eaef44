package dev.sluice.domain.cache;

import java.util.regex.Pattern;

/** What may name things in a cache. No colon, which parts a text: two different things never share one. */
final class CacheNames {

    private static final Pattern REGION = Pattern.compile("[a-z][a-z-]{0,99}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private CacheNames() {}

    static void requireRegion(String name) {
        if (!REGION.matcher(name).matches()) {
            throw new IllegalArgumentException("a cache region is named by lower-case letters and hyphens: " + name);
        }
    }

    static void requirePart(String part) {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException("a part of a cache key has 1 to 100 letters, digits, '.', '_' or '-'");
        }
    }
}
