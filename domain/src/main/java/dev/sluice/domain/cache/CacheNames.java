package dev.sluice.domain.cache;

import java.util.regex.Pattern;

/** What may name things in a cache. No colon, which parts a text: two different things never share one. */
final class CacheNames {

    private static final Pattern REGION = Pattern.compile("[a-z][a-z-]{0,99}");
    private static final int LONGEST_PART = 100;

    private CacheNames() {}

    static void requireRegion(String name) {
        if (!REGION.matcher(name).matches()) {
            throw new IllegalArgumentException("a cache region is named by lower-case letters and hyphens: " + name);
        }
    }

    static void requirePart(String part) {
        if (part.isEmpty() || part.length() > LONGEST_PART || !isPlain(part)) {
            throw new IllegalArgumentException("a part of a cache key has 1 to 100 letters, digits, '.', '_' or '-'");
        }
    }

    /** Each read of the cache asks this: a pattern would cost as much as the look into memory. */
    private static boolean isPlain(String part) {
        for (int at = 0; at < part.length(); at++) {
            if (!isPlain(part.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char letter) {
        boolean ascii = letter < 128;
        return ascii && (Character.isLetterOrDigit(letter) || letter == '-' || letter == '_' || letter == '.');
    }
}
