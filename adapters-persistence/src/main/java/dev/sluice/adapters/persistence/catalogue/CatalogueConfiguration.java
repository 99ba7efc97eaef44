package dev.sluice.adapters.persistence.catalogue;

import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Products;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creators and products. */
@Configuration(proxyBeanMethods = false)
public class CatalogueConfiguration {

    @Bean
    Creators creators(DSLContext database) {
        return new JooqCreators(database);
    }

    @Bean
    Products products(DSLContext database) {
        return new JooqProducts(database);
    }
}
