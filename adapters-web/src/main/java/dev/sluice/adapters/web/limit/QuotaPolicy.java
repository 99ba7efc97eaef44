package dev.sluice.adapters.web.limit;

import dev.sluice.adapters.web.problem.WholeSeconds;
import dev.sluice.domain.rate.Allowance;
import java.time.Duration;

/**
 * An allowance as clients are told of it (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param name by which its two header fields belong together; in quotes
 * @param description what {@code RateLimit-Policy} says
 */
record QuotaPolicy(String name, Allowance allowance, String description) {

    static QuotaPolicy of(String name, Allowance allowance) {
        String quoted = '"' + name + '"';
        return new QuotaPolicy(
                quoted,
                allowance,
                quoted + ";q=" + allowance.requests() + ";w="
                        + allowance.window().toSeconds());
    }

    /** What {@code RateLimit} says. */
    String standing(long left, Duration renewal) {
        return name + ";r=" + left + ";t=" + WholeSeconds.of(renewal);
    }
}
