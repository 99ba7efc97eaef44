package dev.sluice.adapters.web.cors;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages of other origins that may use the API from a browser: none, unless they are named.
 *
 * @param allowedOrigins their origins exactly as browsers send them, such as {@code https://shop.example.com}; or {@code *}
 *     alone, for all
 * @param allowCredentials whether they may have the browser add credentials of its own, which the API does not ask for but
 *     a gateway before it may; never for all origins
 * @param maxAge for how long a browser need not ask again what it may send
 */
@ConfigurationProperties("sluice.cors")
record CorsProperties(
        @DefaultValue Set<String> allowedOrigins,
        @DefaultValue("false") boolean allowCredentials,
        @DefaultValue("1h") Duration maxAge) {

    static final String ALL = "*";

    private static final Duration LONGEST = Duration.ofDays(1);

    CorsProperties {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (allowedOrigins.contains(ALL) && (allowedOrigins.size() > 1 || allowCredentials)) {
            throw new IllegalArgumentException(
                    "sluice.cors.allowed-origins is * alone and without sluice.cors.allow-credentials");
        }
        for (String origin : allowedOrigins) {
            if (!origin.equals(ALL) && !isOrigin(origin)) {
                throw new IllegalArgumentException("sluice.cors.allowed-origins are like https://shop.example.com or"
                        + " http://localhost:3000, in small letters and without path or usual port, not " + origin);
            }
        }
        if (maxAge.isNegative() || maxAge.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sluice.cors.max-age is from 0s to 1d, not " + maxAge);
        }
    }

    /** Any other spelling would never equal what a browser sends. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            int usualPort = "https".equals(scheme) ? 443 : 80;
            String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
            return ("https".equals(scheme) || "http".equals(scheme))
                    && uri.getHost() != null
                    && uri.getPort() != usualPort
                    && uri.getPort() <= 65_535
                    && text.equals((scheme + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
