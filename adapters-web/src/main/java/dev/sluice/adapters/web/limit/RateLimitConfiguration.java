package dev.sluice.adapters.web.limit;

import dev.sluice.adapters.web.access.Authentication;
import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.adapters.web.request.FilterOrder;
import dev.sluice.domain.rate.RateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits requests before anything is answered, from memory or otherwise; needs {@link RateLimits}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
public class RateLimitConfiguration {

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(
            RateLimits limits,
            Authentication authentication,
            ProblemWriter problems,
            RateLimitProperties properties,
            @Value("${server.servlet.context-path:}${management.endpoints.web.base-path:/actuator}") String actuator) {
        FilterRegistrationBean<RateLimitFilter> registration = new FilterRegistrationBean<>(
                new RateLimitFilter(limits, authentication, problems, new FreeRequests(actuator), properties));
        registration.setOrder(FilterOrder.RATE_LIMIT);
        registration.setEnabled(properties.enabled());
        return registration;
    }
}
