package dev.sluice.adapters.web.limit;

import dev.sluice.domain.rate.Allowance;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much anybody may ask for.
 *
 * @param enabled false where something in front of the API limits requests
 * @param perKey how many requests each holder of a credential may make in a window
 * @param perAddress how many requests without a good credential may come from an address in a window
 * @param window whole seconds, from one to an hour
 */
@ConfigurationProperties("sluice.rate-limits")
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("6000") long perKey,
        @DefaultValue("1200") long perAddress,
        @DefaultValue("1m") Duration window) {

    RateLimitProperties {
        requireAllowance("per-key", perKey, Duration.ofSeconds(1));
        requireAllowance("per-address", perAddress, Duration.ofSeconds(1));
        requireAllowance("window", 1, window);
    }

    /** Without the cause: what a failed start says is the innermost message, which has to name the key. */
    private static void requireAllowance(String key, long requests, Duration window) {
        try {
            new Allowance(requests, window);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("sluice.rate-limits." + key + ": " + refused.getMessage());
        }
    }

    /** That of the holders of credentials. */
    QuotaPolicy keyPolicy() {
        return QuotaPolicy.of("key", new Allowance(perKey, window));
    }

    /** That of all others. */
    QuotaPolicy addressPolicy() {
        return QuotaPolicy.of("address", new Allowance(perAddress, window));
    }
}
