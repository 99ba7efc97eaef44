package dev.sluice.api;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.catalogue.AddCreator;
import dev.sluice.application.catalogue.AddProduct;
import dev.sluice.application.catalogue.ReviseCreator;
import dev.sluice.application.catalogue.ReviseProduct;
import dev.sluice.application.portfolio.ReadPortfolio;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.portfolio.Portfolios;
import dev.sluice.domain.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of shops: their upkeep and their portfolio. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    AddCreator addCreator(Creators creators, Ids ids) {
        return new AddCreator(creators, ids);
    }

    @Bean
    ReviseCreator reviseCreator(Transactions transactions, Creators creators, InvalidateReads invalidating) {
        return new ReviseCreator(transactions, creators, invalidating);
    }

    @Bean
    AddProduct addProduct(
            Transactions transactions, Creators creators, Products products, InvalidateReads invalidating, Ids ids) {
        return new AddProduct(transactions, creators, products, invalidating, ids);
    }

    @Bean
    ReviseProduct reviseProduct(Transactions transactions, Products products, InvalidateReads invalidating) {
        return new ReviseProduct(transactions, products, invalidating);
    }

    @Bean
    ReadPortfolio readPortfolio(ReadCache cache, Portfolios portfolios) {
        return new ReadPortfolio(cache, portfolios);
    }
}
