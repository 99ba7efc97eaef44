package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.problem.Problem;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of every operation with what kinds of problem it may be refused, and that whatever else goes wrong is one too. */
final class ProblemResponses implements GlobalOperationCustomizer, OpenApiCustomizer {

    private static final String RESPONSE = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    /** What a route may refuse because it is one of this API. */
    private static final Set<ProblemType> ALWAYS = EnumSet.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.UNAUTHENTICATED,
            ProblemType.QUOTA_EXCEEDED,
            ProblemType.UNAVAILABLE);

    private static final Set<ProblemType> OF_BODIES =
            EnumSet.of(ProblemType.BODY_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Map<Integer, List<ProblemType>> byStatus = problems(operation, handler).stream()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, types) -> add(operation.getResponses(), status.toString(), response(types)));
        operation.getResponses().addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(RESPONSE));
        return operation;
    }

    /** With the header fields that the operation itself says such an answer has. */
    private static void add(ApiResponses responses, String status, ApiResponse response) {
        ApiResponse own = responses.get(status);
        if (own != null && own.getHeaders() != null) {
            own.getHeaders().forEach(response::addHeaderObject);
        }
        responses.addApiResponse(status, response);
    }

    private static Set<ProblemType> problems(Operation operation, HandlerMethod handler) {
        Set<ProblemType> problems = EnumSet.copyOf(ALWAYS);
        if (handler.hasMethodAnnotation(Needs.class)) {
            problems.add(ProblemType.SCOPE_REQUIRED);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(OF_BODIES);
        }
        Refuses own = handler.getMethodAnnotation(Refuses.class);
        if (own != null) {
            problems.addAll(Arrays.asList(own.value()));
        }
        return problems;
    }

    private static ApiResponse response(List<ProblemType> types) {
        String titles = types.stream().map(ProblemType::title).collect(Collectors.joining("; "));
        MediaType problem = problem();
        types.forEach(type -> problem.addExamples(type.slug(), new Example().$ref(type.slug())));
        ApiResponse response = new ApiResponse().description(titles).content(content(problem));
        types.forEach(type -> headers(type).forEach(response::addHeaderObject));
        return response;
    }

    private static Map<String, Header> headers(ProblemType type) {
        return switch (type) {
            case UNAUTHENTICATED, SCOPE_REQUIRED ->
                Map.of("WWW-Authenticate", header("What credential is asked for", "Bearer realm=\"sluice\""));
            case UNAVAILABLE, KEY_IN_FLIGHT, INVOICE_NOT_READY, CREDIT_NOTE_NOT_READY ->
                Map.of("Retry-After", header("In how many seconds to try again", "1"));
            case QUOTA_EXCEEDED -> quota();
            default -> Map.of();
        };
    }

    private static Map<String, Header> quota() {
        return new TreeMap<>(Map.of(
                "Retry-After", header("In how many seconds they are counted anew", "12"),
                "RateLimit-Policy", header("How many, q, are allowed in w seconds", "\"key\";q=6000;w=60"),
                "RateLimit", header("How many, r, are left for t seconds", "\"key\";r=0;t=12")));
    }

    private static Header header(String description, String example) {
        return new Header().description(description).schema(new StringSchema()).example(example);
    }

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        for (ProblemType type : ProblemType.values()) {
            components.addExamples(type.slug(), example(type));
        }
        components.addResponses(
                RESPONSE,
                new ApiResponse()
                        .description("What is wrong, as RFC 9457 says it")
                        .content(content(problem())));
    }

    private static Example example(ProblemType type) {
        return new Example()
                .summary(type.title())
                .value(Map.of(
                        "type", type.uri(),
                        "title", type.title(),
                        "status", type.status(),
                        "requestId", "5f0f2c0e9d3b4a86"));
    }

    private static MediaType problem() {
        return new MediaType().schema(new Schema<>().$ref("Problem"));
    }

    private static Content content(MediaType problem) {
        return new Content().addMediaType(MEDIA_TYPE, problem);
    }
}
