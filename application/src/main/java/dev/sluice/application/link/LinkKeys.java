package dev.sluice.application.link;

import dev.sluice.domain.link.SigningKey;
import dev.sluice.domain.link.SigningKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of signed links, remembered for a minute. The first is made when it is needed, and each month another one takes
 * over. Safe for use by many threads.
 */
public final class LinkKeys {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** From this age on all processes know a key: none remembers what was before it. */
    private static final Duration KNOWN_TO_ALL = REMEMBERED.multipliedBy(2);

    private static final Duration IN_USE = Duration.ofDays(30);

    private final SigningKeys keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Known known;

    public LinkKeys(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The key to sign with. */
    public SigningKey current() {
        Instant now = clock.instant();
        List<SigningKey> valid = valid();
        if (valid.isEmpty()) {
            valid = addAndRead(SigningKey.FIRST, now);
        } else if (!now.isBefore(valid.getFirst().madeAt().plus(IN_USE))) {
            valid = addAndRead(valid.getFirst().generation() + 1, now);
        }
        return valid.stream()
                .filter(key -> !now.isBefore(key.madeAt().plus(KNOWN_TO_ALL)))
                .findFirst()
                .orElse(valid.getLast());
    }

    /** The keys whose signatures are good; none before the first link. */
    public List<SigningKey> valid() {
        Instant now = clock.instant();
        Known last = known;
        return last != null && now.isBefore(last.readAt().plus(REMEMBERED)) ? last.keys() : read(now);
    }

    private List<SigningKey> addAndRead(int generation, Instant now) {
        keys.add(SigningKey.generate(generation, random, now));
        return read(now);
    }

    /** That there is none is not remembered: another process may have made the first. */
    private List<SigningKey> read(Instant now) {
        List<SigningKey> newest = keys.newest();
        known = newest.isEmpty() ? null : new Known(newest, now);
        return newest;
    }

    private record Known(List<SigningKey> keys, Instant readAt) {}
}
