package dev.sluice.adapters.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Shows of each document that is sent or answered an example: {@code examples/} holds one for each schema, by its name. */
final class Examples implements OpenApiCustomizer {

    private static final String PAGE = "PageResponse";
    private static final String NEXT = "MjAyNi0wMy0wMlQxMDoxNTowMC4xMjBa";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(Examples::documents)
                .forEach(document -> document.setExample(example(document.getSchema())));
    }

    private static Stream<MediaType> documents(Operation operation) {
        Stream<Content> sent = Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent());
        Stream<Content> answered = operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent());
        return Stream.concat(sent, answered)
                .filter(Objects::nonNull)
                .flatMap(content -> content.entrySet().stream())
                .filter(entry -> entry.getKey().endsWith("json"))
                .map(Map.Entry::getValue);
    }

    private static Object example(Schema<?> schema) {
        if (schema.get$ref() == null) {
            return List.of(example(schema.getItems()));
        }
        String name = RefUtils.extractSimpleName(schema.get$ref()).getLeft().toString();
        return name.startsWith(PAGE)
                ? Map.of("items", List.of(read(name.substring(PAGE.length()))), "next", NEXT)
                : read(name);
    }

    private static JsonNode read(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
            return Json.mapper().readTree(Objects.requireNonNull(file, () -> "no example of " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
