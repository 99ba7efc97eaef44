package dev.sluice.api;

import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.application.webhook.DeliveryFollowsJob;
import dev.sluice.application.webhook.DeliveryQueue;
import dev.sluice.application.webhook.RedeliverWebhook;
import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.application.webhook.ReviseEndpoint;
import dev.sluice.application.webhook.RotateWebhookSecret;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookTargets;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    DeliveryQueue deliveryQueue(Transactions transactions, Jobs jobs, WakeUps wakeUps) {
        return new DeliveryQueue(transactions, jobs, wakeUps);
    }

    @Bean
    AnnounceOrders announceOrders(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            DeliveryQueue queue,
            Ids ids,
            InstantSource clock) {
        return new AnnounceOrders(endpoints, deliveries, queue, ids, clock);
    }

    @Bean
    DeliveryFollowsJob deliveryFollowsJob(WebhookDeliveries deliveries) {
        return new DeliveryFollowsJob(deliveries);
    }

    @Bean
    RegisterEndpoint registerEndpoint(
            Transactions transactions,
            WebhookEndpoints endpoints,
            Creators creators,
            WebhookTargets targets,
            Ids ids,
            InstantSource clock) {
        return new RegisterEndpoint(transactions, endpoints, creators, targets, ids, clock);
    }

    @Bean
    ReviseEndpoint reviseEndpoint(WebhookEndpoints endpoints, WebhookTargets targets) {
        return new ReviseEndpoint(endpoints, targets);
    }

    @Bean
    RotateWebhookSecret rotateWebhookSecret(
            Transactions transactions, WebhookEndpoints endpoints, InstantSource clock) {
        return new RotateWebhookSecret(transactions, endpoints, clock);
    }

    @Bean
    RedeliverWebhook redeliverWebhook(
            Transactions transactions,
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            DeliveryQueue queue,
            Ids ids) {
        return new RedeliverWebhook(transactions, endpoints, deliveries, queue, ids);
    }
}
