package dev.sluice.adapters.persistence.link;

import dev.sluice.domain.link.SigningKeys;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that sign links. */
@Configuration(proxyBeanMethods = false)
public class LinkConfiguration {

    @Bean
    SigningKeys signingKeys(DSLContext database) {
        return new JooqSigningKeys(database);
    }
}
