package dev.sluice.adapters.web.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says of the body of a PATCH that it may hold any part of the document that it changes, and so of the parts of those. */
// First, for the others go by the names that it gives.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PatchSchemas implements OpenApiCustomizer {

    private static final String REFERENCE = Components.COMPONENTS_SCHEMAS_REF;
    private static final String PATCH = "Patch";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .map(PathItem::getPatch)
                .filter(Objects::nonNull)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(body -> refer(body.getSchema(), api.getComponents().getSchemas()));
    }

    @SuppressWarnings("rawtypes")
    private static void refer(Schema<?> part, Map<String, Schema> schemas) {
        String reference = part.get$ref();
        if (reference != null && !reference.endsWith(PATCH)) {
            String name = reference.substring(REFERENCE.length());
            part.set$ref(reference + PATCH);
            if (!schemas.containsKey(name + PATCH)) {
                Schema<?> patch = AnnotationsUtils.clone(schemas.get(name), true);
                patch.setRequired(null);
                schemas.put(name + PATCH, patch);
                Objects.requireNonNullElse(patch.getProperties(), Map.<String, Schema>of())
                        .values()
                        .forEach(property -> refer(property, schemas));
            }
        }
    }
}
