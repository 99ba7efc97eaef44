package dev.sluice.adapters.web;

import dev.sluice.adapters.web.access.AccessConfiguration;
import dev.sluice.adapters.web.access.jwt.JwtConfiguration;
import dev.sluice.adapters.web.apikey.ApiKeyRoutes;
import dev.sluice.adapters.web.body.BodyConfiguration;
import dev.sluice.adapters.web.cache.CacheRoutes;
import dev.sluice.adapters.web.cached.CachedRoutes;
import dev.sluice.adapters.web.catalogue.CatalogueRoutes;
import dev.sluice.adapters.web.channel.ChannelRoutes;
import dev.sluice.adapters.web.cors.CorsConfiguration;
import dev.sluice.adapters.web.deprecation.DeprecationConfiguration;
import dev.sluice.adapters.web.header.HeaderConfiguration;
import dev.sluice.adapters.web.job.JobRoutes;
import dev.sluice.adapters.web.job.event.JobEventRoutes;
import dev.sluice.adapters.web.json.JsonConfiguration;
import dev.sluice.adapters.web.limit.RateLimitConfiguration;
import dev.sluice.adapters.web.openapi.OpenApiConfiguration;
import dev.sluice.adapters.web.order.OrderRoutes;
import dev.sluice.adapters.web.parameter.ParameterConfiguration;
import dev.sluice.adapters.web.patch.PatchConfiguration;
import dev.sluice.adapters.web.portfolio.PortfolioRoutes;
import dev.sluice.adapters.web.problem.ProblemConfiguration;
import dev.sluice.adapters.web.request.RequestConfiguration;
import dev.sluice.adapters.web.webhook.WebhookRoutes;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The REST API. An app that imports it provides the use cases and the ports that the routes read from, and gets the
 * {@link dev.sluice.domain.cache.Encoding} of cached values.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    JsonConfiguration.class,
    HeaderConfiguration.class,
    CorsConfiguration.class,
    RequestConfiguration.class,
    BodyConfiguration.class,
    ParameterConfiguration.class,
    PatchConfiguration.class,
    ProblemConfiguration.class,
    AccessConfiguration.class,
    JwtConfiguration.class,
    RateLimitConfiguration.class,
    DeprecationConfiguration.class,
    OpenApiConfiguration.class,
    OrderRoutes.class,
    CatalogueRoutes.class,
    PortfolioRoutes.class,
    ChannelRoutes.class,
    JobRoutes.class,
    JobEventRoutes.class,
    CacheRoutes.class,
    ApiKeyRoutes.class,
    WebhookRoutes.class,
    CachedRoutes.class
})
public class WebConfiguration {}
