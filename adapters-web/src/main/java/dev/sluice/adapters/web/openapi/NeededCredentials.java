package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.route.Needs;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of every operation that is not public which scope it takes. */
final class NeededCredentials implements GlobalOperationCustomizer {

    /** The name of the one security scheme. */
    static final String SCHEME = "apiKey";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        return needs == null
                ? operation
                : operation.security(List.of(
                        new SecurityRequirement().addList(SCHEME, needs.value().text())));
    }
}
