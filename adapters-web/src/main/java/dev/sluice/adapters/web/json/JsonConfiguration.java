package dev.sluice.adapters.web.json;

import dev.sluice.domain.cache.Encoding;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** One JSON for requests, answers and cached values. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer apiJson() {
        return new ApiJson();
    }

    @Bean
    Encoding encoding(JsonMapper mapper) {
        return new JsonEncoding(mapper);
    }
}
