package dev.sluice.adapters.web.order;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links to invoices that work without a key.
 *
 * @param lifetime how long one works, from a minute to a day
 * @param publicUrl under what clients reach the API, without a slash at its end, or null for links that begin with their
 *     path. It is never taken from the {@code Host} field, which whoever asks may choose
 */
@ConfigurationProperties("sluice.invoice-links")
record InvoiceLinkProperties(
        @DefaultValue("15m") Duration lifetime, @Nullable URI publicUrl) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    InvoiceLinkProperties {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sluice.invoice-links.lifetime is from 1m to 24h, not " + lifetime);
        }
        if (publicUrl != null && !isBase(publicUrl)) {
            throw new IllegalArgumentException(
                    "sluice.invoice-links.public-url is an http or https URL without a slash at its end");
        }
    }

    private static boolean isBase(URI url) {
        return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && !url.toString().endsWith("/");
    }

    String absolute(String path) {
        return publicUrl == null ? path : publicUrl + path;
    }
}
