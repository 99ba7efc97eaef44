package dev.sluice.adapters.web.cors;

import dev.sluice.adapters.web.problem.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Lets pages of the configured origins read every answer, refusals and what comes from memory included. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
public class CorsConfiguration {

    /**
     * After the request's id. Of the filters with this order it comes first, since it is imported before they are: what they
     * refuse is to be readable too.
     */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    FilterRegistrationBean<CrossOriginFilter> crossOriginFilter(CorsProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<CrossOriginFilter> registration =
                new FilterRegistrationBean<>(new CrossOriginFilter(properties, problems));
        registration.setOrder(ORDER);
        return registration;
    }
}
