package dev.sluice.adapters.web.access.jwt;

import dev.sluice.adapters.web.access.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** JSON Web Tokens of the issuer that the configuration names; of nobody, if it names none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JwtProperties.class)
public class JwtConfiguration {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** So new keys of the issuer count after half a minute at the latest, and its old ones for five. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

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
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new IssuerKeys(keys, REMEMBERED, PAUSE))
                .jwsAlgorithms(allowed -> allowed.addAll(properties.algorithms()))
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
}
