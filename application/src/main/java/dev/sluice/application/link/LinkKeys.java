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
        SigningKey newest = valid.getFirst();
        if (!now.isBefore(newest.madeAt().plus(IN_USE))) {
            valid = addAndRead(newest.generation() + 1, now).keys();
        }
        return valid.stream()
                .filter(key -> !now.isBefore(key.madeAt().plus(KNOWN_TO_ALL)))
                .findFirst()
                .orElse(valid.getLast());
    }

    /** The keys whose signatures are good. */
    public List<SigningKey> valid() {
        Instant now = clock.instant();
        Known last = known;
        return last != null && now.isBefore(last.readAt().plus(REMEMBERED))
                ? last.keys()
                : read(now).keys();
    }

    private Known read(Instant now) {
        List<SigningKey> newest = keys.newest();
        return newest.isEmpty() ? addAndRead(SigningKey.FIRST, now) : remember(newest, now);
    }

    private Known addAndRead(int generation, Instant now) {
        keys.add(SigningKey.generate(generation, random, now));
        return remember(keys.newest(), now);
    }

    private Known remember(List<SigningKey> newest, Instant now) {
        Known read = new Known(newest, now);
        known = read;
        return read;
    }

    private record Known(List<SigningKey> keys, Instant readAt) {}
}
