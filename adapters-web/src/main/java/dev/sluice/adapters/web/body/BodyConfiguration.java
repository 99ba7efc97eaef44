package dev.sluice.adapters.web.body;

import dev.sluice.adapters.web.problem.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Limits every request's body, before anything reads it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyProperties.class)
public class BodyConfiguration {

    /** After requests are counted, and after what answers from memory, which reads no body. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 5;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(BodyProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(properties, problems));
        registration.setOrder(ORDER);
        return registration;
    }
}
