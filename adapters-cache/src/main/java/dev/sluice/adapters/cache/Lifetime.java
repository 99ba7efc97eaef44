package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CachePolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * For how long a value is good for what, in milliseconds from its fetch.
 *
 * @param fresh it is served as it is
 * @param refreshable it is served while another is fetched
 * @param lastResort it is served if the source fails
 */
record Lifetime(long fresh, long refreshable, long lastResort) {

    /** @param chance from 0 to 1, how much of the jitter is taken off */
    static Lifetime of(CachePolicy policy, Duration ttl, double chance) {
        long fresh = Math.max(1, Math.round(ttl.toMillis() * (1 - policy.jitter() * chance)));
        return new Lifetime(
                fresh,
                fresh + policy.staleWhileRefreshed().toMillis(),
                fresh + policy.staleIfFailing().toMillis());
    }

    /** That of the knowledge that there is no value. */
    static Lifetime ofAbsence(CachePolicy policy) {
        long fresh = policy.absentTtl().toMillis();
        return new Lifetime(fresh, fresh, fresh);
    }

    long end() {
        return Math.max(refreshable, lastResort);
    }

    Freshness at(long ageNanos) {
        long age = TimeUnit.NANOSECONDS.toMillis(ageNanos);
        if (age < fresh) {
            return Freshness.FRESH;
        }
        if (age < refreshable) {
            return Freshness.REFRESHABLE;
        }
        return age < lastResort ? Freshness.LAST_RESORT : Freshness.DEAD;
    }
}
