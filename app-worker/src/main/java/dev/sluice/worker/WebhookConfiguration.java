package dev.sluice.worker;

import dev.sluice.application.job.Loop;
import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.application.webhook.DeliverWebhook;
import dev.sluice.application.webhook.DeliveryFollowsJob;
import dev.sluice.application.webhook.DeliveryQueue;
import dev.sluice.application.webhook.ForgetDeliveries;
import dev.sluice.application.webhook.ForgetSecrets;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookSender;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code deliver-webhook}, what causes it, and the end of old deliveries and secrets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class WebhookConfiguration {

    private static final Duration PAUSE = Duration.ofHours(1);

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
    DeliverWebhook deliverWebhook(
            WebhookEndpoints endpoints, WebhookDeliveries deliveries, WebhookSender sender, InstantSource clock) {
        return new DeliverWebhook(endpoints, deliveries, sender, clock, System::nanoTime);
    }

    @Bean
    DeliveryFollowsJob deliveryFollowsJob(WebhookDeliveries deliveries) {
        return new DeliveryFollowsJob(deliveries);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop forgetDeliveriesLoop(Transactions transactions, WebhookDeliveries deliveries, DeliveryProperties properties) {
        ForgetDeliveries forgetting = new ForgetDeliveries(transactions, deliveries, properties.keep());
        return Loop.background("forget-deliveries", PAUSE, forgetting::runOnce);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop forgetSecretsLoop(Transactions transactions, WebhookEndpoints endpoints) {
        return Loop.background("forget-secrets", PAUSE, new ForgetSecrets(transactions, endpoints)::runOnce);
    }
}
