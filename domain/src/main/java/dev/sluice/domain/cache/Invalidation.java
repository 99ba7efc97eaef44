package dev.sluice.domain.cache;

/** What is no longer right in the cache: one value, all that carry a tag, or a whole region. */
public sealed interface Invalidation {

    /** The form in which it is kept and told to other processes; {@link #parse} reads it. No personal data. */
    String text();

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not write it
     */
    static Invalidation parse(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts[0] + parts.length) {
            case "value4" -> new Value(parts[1], parts[2], parts[3]);
            case "tag2" -> new Tag(parts[1]);
            case "region2" -> new Region(parts[1]);
            default -> throw new IllegalArgumentException("this names nothing in a cache: " + text);
        };
    }

    /** One value, whichever release of Sluice wrote it. */
    record Value(String region, String scope, String id) implements Invalidation {

        public Value {
            CacheNames.requireRegion(region);
            CacheNames.requirePart(scope);
            CacheNames.requirePart(id);
        }

        @Override
        public String text() {
            return "value:" + region + ":" + scope + ":" + id;
        }
    }

    /** All values whose keys carry the tag. */
    record Tag(String name) implements Invalidation {

        public Tag {
            CacheNames.requirePart(name);
        }

        @Override
        public String text() {
            return "tag:" + name;
        }
    }

    /** All values of a region. */
    record Region(String name) implements Invalidation {

        public Region {
            CacheNames.requireRegion(name);
        }

        @Override
        public String text() {
            return "region:" + name;
        }
    }
}
