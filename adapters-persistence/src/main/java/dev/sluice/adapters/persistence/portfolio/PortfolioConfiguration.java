package dev.sluice.adapters.persistence.portfolio;

import dev.sluice.domain.portfolio.Portfolios;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Portfolios. */
@Configuration(proxyBeanMethods = false)
public class PortfolioConfiguration {

    @Bean
    Portfolios portfolios(DSLContext database) {
        return new JooqPortfolios(database);
    }
}
