package dev.sluice.adapters.persistence.webhook;

import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookEndpoints;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Webhooks. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {

    @Bean
    WebhookEndpoints webhookEndpoints(DSLContext database) {
        return new JooqWebhookEndpoints(database);
    }

    @Bean
    WebhookDeliveries webhookDeliveries(DSLContext database) {
        return new JooqWebhookDeliveries(database);
    }
}
