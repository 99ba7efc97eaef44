package dev.sluice.adapters.web.cached;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Answers from memory right behind the filter that measures requests, and before all that only other routes need. */
@Configuration(proxyBeanMethods = false)
public class CachedRoutes {

    /** Spring Boot's own filter that measures requests comes one before. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    FilterRegistrationBean<RecalledAnswers> recalledAnswers(List<CachedRoute> routes) {
        FilterRegistrationBean<RecalledAnswers> registration =
                new FilterRegistrationBean<>(new RecalledAnswers(routes));
        registration.setOrder(ORDER);
        return registration;
    }
}
