package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every operation that it may be refused for coming too often, and that whatever else it answers is a problem. */
final class ProblemResponses implements OpenApiCustomizer {

    private static final String RESPONSE = "Problem";
    private static final String TOO_MANY = "TooManyRequests";

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        api.getComponents().addResponses(RESPONSE, response("What is wrong, as RFC 9457 says it"));
        api.getComponents().addResponses(TOO_MANY, tooMany());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(ProblemResponses::refer);
    }

    private static void refer(Operation operation) {
        operation.getResponses().addApiResponse("429", new ApiResponse().$ref(TOO_MANY));
        operation.getResponses().addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(RESPONSE));
    }

    private static ApiResponse tooMany() {
        return response("Too many requests have been made")
                .addHeaderObject("Retry-After", header("In how many seconds they are counted anew", "12"))
                .addHeaderObject(
                        "RateLimit-Policy", header("How many, q, are allowed in w seconds", "\"key\";q=6000;w=60"))
                .addHeaderObject("RateLimit", header("How many, r, are left for t seconds", "\"key\";r=0;t=12"));
    }

    private static Header header(String description, String example) {
        return new Header().description(description).schema(new StringSchema()).example(example);
    }

    private static ApiResponse response(String description) {
        Schema<?> problem = new Schema<>().$ref("Problem");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
