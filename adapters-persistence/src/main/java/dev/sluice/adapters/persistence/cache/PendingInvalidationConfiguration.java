package dev.sluice.adapters.persistence.cache;

import dev.sluice.domain.cache.PendingInvalidations;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the cache is still to be told. */
@Configuration(proxyBeanMethods = false)
public class PendingInvalidationConfiguration {

    @Bean
    PendingInvalidations pendingInvalidations(DSLContext database) {
        return new JooqPendingInvalidations(database);
    }
}
