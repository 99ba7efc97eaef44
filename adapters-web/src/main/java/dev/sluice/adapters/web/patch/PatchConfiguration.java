package dev.sluice.adapters.web.patch;

import jakarta.validation.Validator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Merge patches, read and checked like whole documents. */
@Configuration(proxyBeanMethods = false)
public class PatchConfiguration {

    @Bean
    MergePatch mergePatch(JsonMapper mapper, Validator validator) {
        return new MergePatch(mapper, validator);
    }
}
