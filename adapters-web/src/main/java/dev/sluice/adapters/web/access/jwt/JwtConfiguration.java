package dev.sluice.adapters.web.access.jwt;

import dev.sluice.adapters.web.access.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** JSON Web Tokens of the issuer that the configuration names; of nobody, if it names none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JwtProperties.class)
public class JwtConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Clocks differ. */
    private static final Duration LENIENCE = Duration.ofSeconds(30);

    @Bean
    Credentials jwtCredentials(JwtProperties properties) {
        String issuer = properties.issuer();
        return issuer == null
                ? token -> Optional.empty()
                : new JwtCredentials(decoder(issuer, properties), properties.sellerClaim());
    }

    private static JwtDecoder decoder(String issuer, JwtProperties properties) {
        URI keys = Objects.requireNonNull(properties.keys());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .jwsAlgorithms(allowed -> allowed.addAll(properties.algorithms()))
                .restOperations(patient())
                .build();
        JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        JwtTimestampValidator times = new JwtTimestampValidator(LENIENCE);
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                types,
                times,
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(Objects.requireNonNull(properties.audience()))));
        return decoder;
    }

    private static RestTemplate patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
    }
}
