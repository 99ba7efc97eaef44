package dev.sluice.adapters.persistence.privacy;

import dev.sluice.domain.privacy.PersonalRecords;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Personal data. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {

    @Bean
    PersonalRecords personalRecords(DSLContext database) {
        return new JooqPersonalRecords(database);
    }
}
