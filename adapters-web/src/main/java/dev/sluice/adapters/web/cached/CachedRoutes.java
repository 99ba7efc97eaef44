package dev.sluice.adapters.web.cached;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Answers from memory right behind the filters that measure requests and ask who calls, and before all that only other routes need. */
@Configuration(proxyBeanMethods = false)
public class CachedRoutes {

    /** Who brings a bad credential is refused one before, who asks for too much two, and requests are measured three before. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 4;

    @Bean
    FilterRegistrationBean<RecalledAnswers> recalledAnswers(List<CachedRoute> routes) {
        FilterRegistrationBean<RecalledAnswers> registration =
                new FilterRegistrationBean<>(new RecalledAnswers(routes));
        registration.setOrder(ORDER);
        return registration;
    }
}
