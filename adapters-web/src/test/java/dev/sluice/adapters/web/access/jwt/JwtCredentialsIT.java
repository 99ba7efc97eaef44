package dev.sluice.adapters.web.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.adapters.web.access.Credentials;
import dev.sluice.adapters.web.access.Verified;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.failure.RetryableFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

class JwtCredentialsIT {

    private static final String ISSUER = "https://login.example.com";
    private static final String AUDIENCE = "sluice";
    private static final UUID CREATOR = new UUID(1, 2);

    /** One for all tests: to make one takes most of a second. */
    private static final RSAKey KEY = rsaKey("one");

    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer issuer = publishing(KEY, fetches);
    private final Credentials credentials = new JwtConfiguration().jwtCredentials(properties());

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void aSellersTokenIsForItsShopAndItsScopes() throws JOSEException {
        String token = signed(sellers().build());

        assertThat(credentials.verify(token).map(Verified::caller))
                .contains(new Caller(new Owner.Seller(new CreatorId(CREATOR)), Set.of(Scope.ORDERS, Scope.JOBS)));
    }

    @Test
    void aSellersTokenHasNoPartInOperations() throws JOSEException {
        String token = signed(sellers().claim("scope", "orders operations").build());

        assertThat(credentials.verify(token).orElseThrow().caller().scopes()).containsExactly(Scope.ORDERS);
    }

    @Test
    void aTokenWithoutACreatorIsOfOperationsOnlyIfItSaysSo() throws JOSEException {
        String operations = signed(claims().claim("scope", "operations jobs").build());
        String nobodys = signed(claims().claim("scope", "jobs").build());

        assertThat(credentials.verify(operations).map(Verified::caller))
                .contains(new Caller(Owner.operations(), Set.of(Scope.OPERATIONS, Scope.JOBS)));
        assertThat(credentials.verify(nobodys)).isEmpty();
    }

    @Test
    void theHolderIsTheSubjectOrElseTheOwner() throws JOSEException {
        String ofAda = signed(sellers().subject("ada").build());
        String ofNobody = signed(sellers().subject(null).build());

        assertThat(credentials.verify(ofAda).orElseThrow().holder()).isEqualTo("subject:ada");
        assertThat(credentials.verify(ofNobody).orElseThrow().holder()).isEqualTo("owner:" + CREATOR);
    }

    @Test
    void aCreatorThatIsNoIdIsNobody() throws JOSEException {
        assertThat(credentials.verify(
                        signed(sellers().claim("creator_id", "ada").build())))
                .isEmpty();
    }

    @Test
    void tokensOfOtherIssuersAndForOthersAreRefused() throws JOSEException {
        assertThat(credentials.verify(
                        signed(sellers().issuer("https://evil.example.com").build())))
                .isEmpty();
        assertThat(credentials.verify(signed(sellers().audience("another").build())))
                .isEmpty();
        assertThat(credentials.verify(signed(sellers().issuer(null).build()))).isEmpty();
        assertThat(credentials.verify(signed(sellers().audience((String) null).build())))
                .isEmpty();
    }

    @Test
    void aTokenCountsInItsTimeOnly() throws JOSEException {
        assertThat(credentials.verify(
                        signed(sellers().expirationTime(inSeconds(-60)).build())))
                .isEmpty();
        assertThat(credentials.verify(signed(sellers().expirationTime(null).build())))
                .isEmpty();
        assertThat(credentials.verify(
                        signed(sellers().notBeforeTime(inSeconds(600)).build())))
                .isEmpty();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertThat(credentials.verify(new PlainJWT(sellers().build()).serialize()))
                .isEmpty();
    }

    @Test
    void thePublishedKeySignsNothing() throws JOSEException {
        byte[] published = KEY.toRSAPublicKey().getEncoded();

        assertThat(credentials.verify(signed(
                        JWSAlgorithm.HS256, new MACSigner(published), sellers().build())))
                .isEmpty();
    }

    @Test
    void anotherAlgorithmIsRefusedThoughTheKeyIsRight() throws JOSEException {
        assertThat(credentials.verify(signed(
                        JWSAlgorithm.RS512, new RSASSASigner(KEY), sellers().build())))
                .isEmpty();
    }

    @Test
    void anotherKeyUnderTheSameNameIsRefused() throws JOSEException {
        assertThat(credentials.verify(signed(
                        JWSAlgorithm.RS256,
                        new RSASSASigner(rsaKey("one")),
                        sellers().build())))
                .isEmpty();
    }

    @Test
    void whatIsNoTokenIsLeftToOthers() {
        issuer.stop(0);

        assertThat(credentials.verify("sluice_abc")).isEmpty();
        assertThat(credentials.verify("a.b")).isEmpty();
        assertThat(credentials.verify("")).isEmpty();
    }

    @Test
    void withoutTheIssuersKeysNobodyCanTell() throws JOSEException {
        issuer.stop(0);
        String token = signed(sellers().build());

        assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> credentials.verify(token));
    }

    @Test
    void withoutTheIssuersKeysNobodyCanTellHoweverOftenItIsTried() throws JOSEException {
        issuer.stop(0);
        String token = signed(sellers().build());

        for (int time = 0; time < 5; time++) {
            assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> credentials.verify(token));
        }
    }

    @Test
    void keysThatAreMadeUpAreUnknownAndDoNotReachTheIssuer() throws JOSEException {
        for (int number = 0; number < 100; number++) {
            assertThat(credentials.verify(ofAKeyMadeUp())).isEmpty();
        }

        assertThat(credentials.verify(signed(sellers().build()))).isPresent();
        assertThat(fetches).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void keysThatWereReadCountWhileTheIssuerIsAway() throws JOSEException {
        String token = signed(sellers().build());
        credentials.verify(token);
        issuer.stop(0);

        assertThat(credentials.verify(ofAKeyMadeUp())).isEmpty();
        assertThat(credentials.verify(token)).isPresent();
    }

    @Test
    void keysThatWereReadCountWhenTheyWouldBeReadAnewAndTheIssuerIsAway() throws Exception {
        IssuerKeys keys =
                new IssuerKeys(Objects.requireNonNull(properties().keys()), Duration.ofMillis(2), Duration.ofMillis(1));
        JWKSelector all = new JWKSelector(new JWKMatcher.Builder().build());
        keys.get(all, null);
        issuer.stop(0);
        long past = System.currentTimeMillis() + 3;
        while (System.currentTimeMillis() < past) {
            Thread.onSpinWait();
        }

        assertThat(keys.get(all, null)).hasSize(1);
    }

    @Test
    void aCreatorThatIsNullIsNobody() throws JOSEException {
        JWTClaimsSet claims = claims().serializeNullClaims(true)
                .claim("creator_id", null)
                .claim("scope", "operations")
                .build();

        assertThat(credentials.verify(signed(claims))).isEmpty();
    }

    @Test
    void withoutAnIssuerNoTokenIsTaken() throws JOSEException {
        JwtProperties none = new JwtProperties(null, null, null, Set.of(SignatureAlgorithm.RS256), "creator_id");

        assertThat(new JwtConfiguration()
                        .jwtCredentials(none)
                        .verify(signed(sellers().build())))
                .isEmpty();
    }

    @Test
    void anIssuerAloneIsNotEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtProperties(ISSUER, null, null, Set.of(SignatureAlgorithm.RS256), "creator_id"))
                .withMessageContaining("sluice.access.jwt");
    }

    private JwtProperties properties() {
        URI keys = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        return new JwtProperties(ISSUER, AUDIENCE, keys, Set.of(SignatureAlgorithm.RS256), "creator_id");
    }

    private String ofAKeyMadeUp() throws JOSEException {
        return signed(
                JWSAlgorithm.RS256,
                UUID.randomUUID().toString(),
                new RSASSASigner(KEY),
                sellers().build());
    }

    private static JWTClaimsSet.Builder sellers() {
        return claims().claim("creator_id", CREATOR.toString()).claim("scope", "orders jobs something-else");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("robin")
                .expirationTime(inSeconds(600));
    }

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(KEY), claims);
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        return signed(algorithm, "one", signer, claims);
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .keyID(keyId)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer publishing(RSAKey key, AtomicInteger fetches) {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                fetches.incrementAndGet();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
