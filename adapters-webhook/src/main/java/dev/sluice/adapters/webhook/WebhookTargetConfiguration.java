package dev.sluice.adapters.webhook;

import dev.sluice.domain.webhook.WebhookTargets;
import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which URLs may be sent to: for whoever registers them, and whoever sends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookTargetConfiguration {

    @Bean
    CheckedAddresses checkedAddresses(WebhookProperties properties) {
        return new CheckedAddresses(InetAddress::getAllByName, properties.allowInsecure(), properties.connectTimeout());
    }

    @Bean
    WebhookTargets webhookTargets(CheckedAddresses addresses, WebhookProperties properties) {
        return new ResolvedTargets(addresses, properties.allowInsecure());
    }
}
