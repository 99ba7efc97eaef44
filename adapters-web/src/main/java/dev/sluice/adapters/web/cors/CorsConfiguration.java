package dev.sluice.adapters.web.cors;

import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.adapters.web.request.FilterOrder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets pages of the configured origins read every answer, refusals and what comes from memory included. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
public class CorsConfiguration {

    @Bean
    FilterRegistrationBean<CrossOriginFilter> crossOriginFilter(CorsProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<CrossOriginFilter> registration =
                new FilterRegistrationBean<>(new CrossOriginFilter(properties, problems));
        registration.setOrder(FilterOrder.CROSS_ORIGIN);
        return registration;
    }
}
