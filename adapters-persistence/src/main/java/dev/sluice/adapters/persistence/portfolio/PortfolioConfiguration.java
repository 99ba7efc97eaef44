package dev.sluice.adapters.persistence.portfolio;

import dev.sluice.adapters.persistence.pool.HeavyReads;
import dev.sluice.domain.portfolio.Portfolios;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Portfolios. */
@Configuration(proxyBeanMethods = false)
public class PortfolioConfiguration {

    @Bean
    Portfolios portfolios(HeavyReads reads) {
        return new JooqPortfolios(reads);
    }
}
