package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every operation that whatever else it answers is a problem. */
final class ProblemResponses implements OpenApiCustomizer {

    private static final String RESPONSE = "Problem";

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        api.getComponents().addResponses(RESPONSE, response());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(ProblemResponses::refer);
    }

    private static void refer(Operation operation) {
        operation.getResponses().addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(RESPONSE));
    }

    private static ApiResponse response() {
        Schema<?> problem = new Schema<>().$ref("Problem");
        return new ApiResponse()
                .description("What is wrong, as RFC 9457 says it")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
