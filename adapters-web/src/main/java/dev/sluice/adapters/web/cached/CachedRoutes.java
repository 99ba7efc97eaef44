package dev.sluice.adapters.web.cached;

import dev.sluice.adapters.web.request.FilterOrder;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers from memory right behind the filters that measure requests and ask who calls, and before all that only other routes need. */
@Configuration(proxyBeanMethods = false)
public class CachedRoutes {

    @Bean
    FilterRegistrationBean<RecalledAnswers> recalledAnswers(List<CachedRoute> routes) {
        FilterRegistrationBean<RecalledAnswers> registration =
                new FilterRegistrationBean<>(new RecalledAnswers(routes));
        registration.setOrder(FilterOrder.ANSWER_FROM_MEMORY);
        return registration;
    }
}
