package dev.sluice.adapters.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** The API's description at {@code /openapi.json} (OpenAPI 3.1), and its page for people at {@code /docs}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/sluice/adapters/web/openapi/springdoc.properties")
@Import({
    ConditionalReads.class,
    DomainSchemas.class,
    Examples.class,
    NeededCredentials.class,
    PatchSchemas.class,
    ProblemResponses.class,
    RecordParts.class,
    RetiringOperations.class
})
public class OpenApiConfiguration {

    /** By semantic versioning: what breaks clients raises the first number, below 1.0 the second. */
    private static final String VERSION = "0.2.0";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sluice")
                        .version(VERSION)
                        .description(
                                "The backend of creator shops: orders, invoices, portfolios and channel statistics.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes(NeededCredentials.SCHEME, scheme()));
    }

    @Bean
    MappedInterceptor pagePolicy() {
        return new MappedInterceptor(new String[] {PagePolicy.PATHS}, new PagePolicy());
    }

    private static SecurityScheme scheme() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                        "An API key (`sluice_…`), or a JSON Web Token of the issuer that is configured, with its scopes.");
    }
}
