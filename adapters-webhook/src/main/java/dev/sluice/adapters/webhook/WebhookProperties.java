package dev.sluice.adapters.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param allowInsecure whether endpoints may do without TLS and have private addresses: for development alone, as it opens
 *     the network of the installation to sellers
 * @param connectTimeout how long the look-up of a name may take, and a connection to one of its addresses
 * @param timeout how long a delivery may take in all
 */
@ConfigurationProperties("sluice.webhooks")
record WebhookProperties(
        @DefaultValue("false") boolean allowInsecure,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout) {

    /** Less than what the job has for it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    WebhookProperties {
        check(connectTimeout.isPositive(), "sluice.webhooks.connect-timeout must be positive");
        check(timeout.isPositive() && timeout.compareTo(LONGEST) <= 0, "sluice.webhooks.timeout is at most 30s");
        check(connectTimeout.compareTo(timeout) <= 0, "sluice.webhooks.connect-timeout is at most the timeout");
    }

    private static void check(boolean valid, String complaint) {
        if (!valid) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
