package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.patch.EntityTag;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every read that may answer 304 how it is asked for, and which tag an answer carries. */
final class ConditionalReads implements OpenApiCustomizer {

    private static final String TAG = "\"v3\"";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getResponses().containsKey("304"))
                .forEach(ConditionalReads::describe);
    }

    private static void describe(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("If-None-Match")
                .description("The entity tag that was read: if it is still the present one, the answer is 304")
                .schema(new StringSchema()
                        .pattern("^(?:\\*|" + EntityTag.LIST + ")$")
                        .maxLength(EntityTag.LONGEST))
                .example(TAG));
        List<ApiResponse> answers = Stream.of("200", "304")
                .map(status -> operation.getResponses().get(status))
                .filter(Objects::nonNull)
                .toList();
        answers.forEach(answer -> answer.addHeaderObject(
                "ETag",
                new Header()
                        .description("The entity tag of what is answered")
                        .schema(new StringSchema())
                        .example(TAG)));
    }
}
