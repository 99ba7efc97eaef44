package dev.sluice.adapters.web.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

    private static JwtProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.access.jwt", JwtProperties.class);
    }
}
