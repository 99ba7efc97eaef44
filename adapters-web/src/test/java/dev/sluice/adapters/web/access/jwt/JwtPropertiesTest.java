package dev.sluice.adapters.web.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

class JwtPropertiesTest {

    @Test
    void noTokenIsTakenUnlessConfigured() {
        assertThat(bound(Map.of()))
                .isEqualTo(new JwtProperties(
                        null, null, null, Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256), "creator_id"));
    }

    @Test
    void everySettingIsRead() {
        JwtProperties bound = bound(Map.of(
                "sluice.access.jwt.issuer", "https://login.example.com",
                "sluice.access.jwt.audience", "sluice",
                "sluice.access.jwt.keys", "https://login.example.com/keys",
                "sluice.access.jwt.algorithms", "PS256",
                "sluice.access.jwt.seller-claim", "shop"));

        assertThat(bound)
                .isEqualTo(new JwtProperties(
                        "https://login.example.com",
                        "sluice",
                        URI.create("https://login.example.com/keys"),
                        Set.of(SignatureAlgorithm.PS256),
                        "shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/keys",
                "http://localhost/keys",
                "http://[::1]:80/keys",
                "HTTPS://login.example.com/keys"
            })
    void keysThatNobodyElseCanPutInAreTaken(URI keys) {
        assertThat(properties(keys).keys()).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com/keys",
                "http://127.0.0.1.example.com/keys",
                "http://localhost.example.com/keys",
                "http://127.0.0.1@example.com/keys",
                "file:///keys",
                "/keys",
                "https:keys"
            })
    void keysThatSomebodyElseMayPutInAreRefused(URI keys) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(keys))
                .withMessageContaining("sluice.access.jwt.keys");
    }

    private static JwtProperties properties(URI keys) {
        return new JwtProperties(
                "https://login.example.com", "sluice", keys, Set.of(SignatureAlgorithm.RS256), "creator_id");
    }

    private static JwtProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.access.jwt", JwtProperties.class);
    }
}
