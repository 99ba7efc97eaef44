package dev.sluice.adapters.web.access.jwt;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The tokens that are taken beside API keys: none, unless an issuer is named.
 *
 * @param issuer who makes them, exactly as their {@code iss} says it, or null for none
 * @param audience what their {@code aud} must hold
 * @param keys where the issuer publishes its keys (a JWK set): by https, unless on the loopback address
 * @param algorithms how they may be signed: by key pairs only, so that no published key can sign one
 * @param sellerClaim the claim with the id of the creator on whose behalf the holder calls; a token without it is of
 *     operations if it has that scope, else of nobody
 */
@ConfigurationProperties("sluice.access.jwt")
record JwtProperties(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable URI keys,
        @DefaultValue({"RS256", "ES256"}) Set<SignatureAlgorithm> algorithms,
        @DefaultValue("creator_id") String sellerClaim) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    JwtProperties {
        algorithms = Set.copyOf(algorithms);
        if (issuer != null && (audience == null || audience.isBlank() || keys == null || algorithms.isEmpty())) {
            throw new IllegalArgumentException(
                    "sluice.access.jwt.issuer needs .audience, .keys and at least one of .algorithms");
        }
        if (keys != null && !isTrustworthy(keys)) {
            throw new IllegalArgumentException("sluice.access.jwt.keys must be https, except on the loopback address");
        }
    }

    /** Whoever stands in between could put in a key of its own. */
    private static boolean isTrustworthy(URI keys) {
        String host = keys.getHost();
        if (host == null) {
            return false;
        }
        boolean isNear = LOOPBACK.matcher(host).matches();
        return "https".equalsIgnoreCase(keys.getScheme()) || (isNear && "http".equalsIgnoreCase(keys.getScheme()));
    }
}
