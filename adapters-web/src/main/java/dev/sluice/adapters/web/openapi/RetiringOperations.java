package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.route.Retiring;
import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of every operation that will go away when it does and what takes its place. */
final class RetiringOperations implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Retiring retiring = handler.getMethodAnnotation(Retiring.class);
        return retiring == null
                ? operation
                : operation
                        .deprecated(true)
                        .description("Deprecated since %s; it goes away on %s at the earliest. Use %s."
                                .formatted(retiring.since(), retiring.until(), retiring.successor()));
    }
}
