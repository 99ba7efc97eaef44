package dev.sluice.domain.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * A source of UUIDv7 identifiers (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort by the
 * time they were made. Safe for use by many threads.
 */
public final class Ids {

    private static final long LATEST_MILLIS = (1L << 48) - 1;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    /** When an id was made, to the millisecond. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /**
     * What is lower than all ids made at a time or later, and higher than all made before. Ids know the times from 1970 to
     * 10889: of one beyond them, the nearest.
     */
    public static UUID lowest(Instant time) {
        return new UUID(Math.clamp(time.toEpochMilli(), 0, LATEST_MILLIS) << 16, 0);
    }

    public UUID next() {
        long time = clock.millis() << 16;
        long high = time | VERSION_7 | random.nextInt(1 << 12);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
