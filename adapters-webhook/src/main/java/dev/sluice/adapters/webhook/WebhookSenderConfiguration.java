package dev.sluice.adapters.webhook;

import dev.sluice.domain.webhook.WebhookSender;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Provides the {@link WebhookSender}. */
@Configuration(proxyBeanMethods = false)
@Import(WebhookTargetConfiguration.class)
public class WebhookSenderConfiguration {

    @Bean
    WebhookSender webhookSender(CheckedAddresses addresses, WebhookProperties properties) {
        return new HttpWebhookSender(addresses, properties, DefaultClientTlsStrategy.createDefault());
    }
}
