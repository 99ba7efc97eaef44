package dev.sluice.local.endtoend;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever signs JSON Web Tokens, and publishes the key that they are verified by. */
final class TokenIssuer implements AutoCloseable {

    private static final String ISSUER = "https://login.example.com";
    private static final String AUDIENCE = "sluice";

    private final RSAKey key = generated();
    private final HttpServer published;

    private TokenIssuer(HttpServer published) {
        this.published = published;
        published.createContext("/keys", exchange -> {
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        published.start();
    }

    static TokenIssuer open() {
        try {
            return new TokenIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has an API take its tokens. */
    Map<String, String> settings() {
        return Map.of(
                "SLUICE_ACCESS_JWT_ISSUER",
                ISSUER,
                "SLUICE_ACCESS_JWT_AUDIENCE",
                AUDIENCE,
                "SLUICE_ACCESS_JWT_KEYS",
                "http://127.0.0.1:" + published.getAddress().getPort() + "/keys");
    }

    /**
     * A token that its own key signs.
     *
     * @param creator on whose behalf its holder calls, or null for operations
     * @param validity how long it is of use from now on; negative for one that was
     */
    String token(@Nullable UUID creator, String scopes, Duration validity) {
        return signed(key, creator, scopes, validity);
    }

    /** The same signed by somebody who takes the name of the issuer and of its key. */
    String forged(@Nullable UUID creator, String scopes) {
        return signed(generated(), creator, scopes, Duration.ofHours(1));
    }

    private static String signed(RSAKey signing, @Nullable UUID creator, String scopes, Duration validity) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ada")
                .claim("scope", scopes)
                .expirationTime(Date.from(Instant.now().plus(validity)));
        if (creator != null) {
            claims.claim("creator_id", creator.toString());
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(signing.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of RSA signs", e);
        }
        return token.serialize();
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    @Override
    public void close() {
        published.stop(0);
    }
}
