package dev.sluice.adapters.web.deprecation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Puts {@link DeprecationHeaders} before every route. */
@Configuration(proxyBeanMethods = false)
public class DeprecationConfiguration {

    @Bean
    MappedInterceptor deprecationHeaders() {
        return new MappedInterceptor(null, new DeprecationHeaders());
    }
}
