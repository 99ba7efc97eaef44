package dev.sluice.adapters.persistence.access;

import dev.sluice.domain.access.ApiKeys;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** API keys. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    ApiKeys apiKeys(DSLContext database) {
        return new JooqApiKeys(database);
    }
}
