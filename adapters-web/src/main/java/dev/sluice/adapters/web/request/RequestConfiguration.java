package dev.sluice.adapters.web.request;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every request its id before anything else sees it, then its deadline, and one time for the cache's store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineProperties.class)
public class RequestConfiguration {

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setOrder(FilterOrder.REQUEST_ID);
        return registration;
    }

    @Bean
    FilterRegistrationBean<DeadlineFilter> deadlineFilter(DeadlineProperties properties) {
        FilterRegistrationBean<DeadlineFilter> registration =
                new FilterRegistrationBean<>(new DeadlineFilter(properties.deadline()));
        registration.setOrder(FilterOrder.DEADLINE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<StoreTimeFilter> storeTimeFilter() {
        return new FilterRegistrationBean<>(new StoreTimeFilter());
    }
}
