package dev.sluice.adapters.web.portfolio;

import dev.sluice.adapters.web.cached.CachedRoute;
import dev.sluice.application.portfolio.ReadPortfolio;
import dev.sluice.domain.catalogue.CreatorId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The route of portfolios. */
@Configuration(proxyBeanMethods = false)
@Import(PortfolioController.class)
public class PortfolioRoutes {

    @Bean
    CachedRoute cachedPortfolios(ReadPortfolio reading) {
        return new CachedRoute(
                PortfolioController.PATH, PortfolioController.ANSWER, id -> reading.recall(new CreatorId(id)));
    }
}
