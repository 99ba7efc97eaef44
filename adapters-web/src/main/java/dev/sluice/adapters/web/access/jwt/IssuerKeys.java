package dev.sluice.adapters.web.access.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes, as they were last read. A token that names an unknown one has them read anew, but
 * at most twice in a while: anybody can make up names. Beyond that an unknown key is none. Safe for use by many threads.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    /** For so long after they were last read, the keys count although the issuer is away. */
    private static final Duration OUTAGE = Duration.ofHours(1);

    /** One caller reads; this is longer than it may take, so that those who wait for it hear what came of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(1);
    private static final int SIZE_LIMIT = 512 * 1_024;

    private final JWKSource<SecurityContext> published;
    private volatile boolean areKnown;

    /**
     * @param remembered how long they are not read anew unless a token names an unknown one
     * @param pause in which they are read at most twice; shorter than the former
     */
    IssuerKeys(URI keys, Duration remembered, Duration pause) {
        DefaultResourceRetriever reading = new DefaultResourceRetriever(
                (int) CONNECT_TIMEOUT.toMillis(), (int) READ_TIMEOUT.toMillis(), SIZE_LIMIT);
        this.published = JWKSourceBuilder.create(url(keys), reading)
                .cache(remembered.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(pause.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> found = published.get(wanted, context);
            areKnown = true;
            return found;
        } catch (RateLimitReachedException tooSoon) {
            if (areKnown) {
                return List.of();
            }
            throw tooSoon;
        } catch (KeySourceException unread) {
            areKnown = false;
            throw unread;
        }
    }

    private static URL url(URI keys) {
        try {
            return keys.toURL();
        } catch (MalformedURLException noUrl) {
            throw new IllegalArgumentException("keys cannot be read from " + keys, noUrl);
        }
    }
}
