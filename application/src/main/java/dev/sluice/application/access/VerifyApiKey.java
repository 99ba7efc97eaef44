package dev.sluice.application.access;

import dev.sluice.application.access.Recollection.Entry;
import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells who calls with a key. What the record says of a key is remembered for a short time, during which nothing is
 * asked: neither for a key that is used often nor for a wrong one that is tried again and again. Safe for use by many
 * threads.
 *
 * <p>Ids that nobody has heard of could be made up without end. So only some of them are looked up in a second; keys that
 * this process has met before are not affected.
 */
public final class VerifyApiKey {

    /** For so long after it was revoked or has expired, a key may pass. */
    public static final Duration REMEMBERED = Duration.ofSeconds(4);

    private static final int KEYS = 10_000;
    private static final int UNKNOWN_KEYS = 1_000;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final ApiKeys keys;
    private final InstantSource clock;
    private final Recollection known;
    private final Recollection unknown;
    private final Strangers strangers;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    public VerifyApiKey(ApiKeys keys, InstantSource clock, LongSupplier nanoTime) {
        this.keys = keys;
        this.clock = clock;
        this.known = new Recollection(KEYS, REMEMBERED, nanoTime);
        this.unknown = new Recollection(UNKNOWN_KEYS, REMEMBERED, nanoTime);
        this.strangers = new Strangers(nanoTime);
    }

    /**
     * Who calls, or empty if there is no such key, it was revoked or it has expired.
     *
     * @throws Overloaded if too many unknown keys are being tried
     */
    public Optional<Caller> verify(ApiKeyToken token) {
        return find(token.id())
                .filter(key -> key.digest().equals(token.digest()))
                .map(ApiKey::caller);
    }

    private Optional<ApiKey> find(ApiKeyId id) {
        Entry entry = known.fresh(id);
        if (entry != null) {
            return known.isTimeToRefresh(entry) ? refreshed(id, entry) : entry.found();
        }
        if (unknown.fresh(id) != null) {
            return Optional.empty();
        }
        return known.isMet(id) ? lookUp(id) : lookUpStranger(id);
    }

    /** What is known is good until its time is over, whatever the look-up comes to; if to nothing, the next one tries. */
    private Optional<ApiKey> refreshed(ApiKeyId id, Entry entry) {
        try {
            return lookUp(id);
        } catch (RetryableFailure notNow) {
            return entry.found();
        } finally {
            entry.refreshing().set(false);
        }
    }

    private Optional<ApiKey> lookUpStranger(ApiKeyId id) {
        if (!strangers.admit()) {
            throw new Overloaded("too many unknown API keys", TRY_AGAIN_AFTER);
        }
        Optional<ApiKey> found = lookUp(id);
        found.ifPresent(key -> strangers.welcome());
        return found;
    }

    /** A key that has ended is as unknown as one that never was. */
    private Optional<ApiKey> lookUp(ApiKeyId id) {
        long asked = known.now();
        Optional<ApiKey> found = keys.find(id).filter(key -> key.isUsableAt(clock.instant()));
        if (found.isPresent()) {
            known.keep(id, found, asked);
        } else {
            known.drop(id);
            unknown.keep(id, found, asked);
        }
        return found;
    }
}
