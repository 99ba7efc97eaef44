package dev.sluice.adapters.web.access;

import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.adapters.web.request.FilterOrder;
import dev.sluice.application.access.VerifyApiKey;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.Caller;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Asks who calls before anything is answered, from memory or otherwise, and guards all routes. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    Credentials apiKeyCredentials(VerifyApiKey verifying) {
        return text -> ApiKeyToken.parse(text)
                .flatMap(token -> verifying
                        .verify(token)
                        .map(caller -> new Verified(caller, "key:" + token.id().value())));
    }

    @Bean
    Authentication authentication(List<Credentials> accepted) {
        return new Authentication(accepted);
    }

    @Bean
    FilterRegistrationBean<CredentialFilter> credentialFilter(Authentication authentication, ProblemWriter problems) {
        FilterRegistrationBean<CredentialFilter> registration =
                new FilterRegistrationBean<>(new CredentialFilter(authentication, problems));
        registration.setOrder(FilterOrder.CREDENTIAL);
        return registration;
    }

    /** Spring gives it to all mappings of handlers, those of the actuator included. */
    @Bean
    MappedInterceptor routeGuard(Authentication authentication) {
        return new MappedInterceptor(null, new RouteGuard(authentication));
    }

    @Bean
    WebMvcConfigurer callerParameters(Authentication authentication) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerParameter(authentication));
            }
        };
    }
}
