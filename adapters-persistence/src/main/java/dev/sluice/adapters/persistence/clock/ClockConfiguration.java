package dev.sluice.adapters.persistence.clock;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of all processes. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    InstantSource clock(DSLContext database) {
        return new DatabaseClock(database, System::nanoTime);
    }
}
