package dev.sluice.adapters.persistence.order;

import dev.sluice.domain.order.Orders;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders. */
@Configuration(proxyBeanMethods = false)
public class OrderConfiguration {

    @Bean
    Orders orders(DSLContext database) {
        return new JooqOrders(database);
    }
}
