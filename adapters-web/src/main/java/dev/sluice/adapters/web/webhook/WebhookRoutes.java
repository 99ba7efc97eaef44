package dev.sluice.adapters.web.webhook;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of webhooks. */
@Configuration(proxyBeanMethods = false)
@Import({EndpointController.class, DeliveryController.class})
public class WebhookRoutes {}
