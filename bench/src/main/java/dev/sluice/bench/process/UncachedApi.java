package dev.sluice.bench.process;

import dev.sluice.api.ApiApplication;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.ReadCache;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The API process as it is deployed, but each cached read goes to its source. */
public final class UncachedApi {

    private UncachedApi() {}

    @Configuration(proxyBeanMethods = false)
    static class WithoutCache {

        @Bean
        @Primary
        ReadCache uncachedReads(Encoding encoding) {
            return new UncachedReads(encoding);
        }
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ApiApplication.class, WithoutCache.class).run(arguments);
    }
}
