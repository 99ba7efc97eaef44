package dev.sluice.adapters.persistence.idempotency;

import dev.sluice.domain.idempotency.IdempotencyRecords;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Idempotency keys. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {

    @Bean
    IdempotencyRecords idempotencyRecords(DSLContext database) {
        return new JooqIdempotencyRecords(database);
    }
}
