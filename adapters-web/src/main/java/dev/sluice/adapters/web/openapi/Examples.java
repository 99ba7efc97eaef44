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
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Shows of each document that is sent or answered an example: {@code examples/} holds one for each schema, by its name, and a
 * folder for each operation whose own is another.
 */
final class Examples implements OpenApiCustomizer {

    private static final String PAGE = "PageResponse";
    private static final String NEXT = "MjAyNi0wMy0wMlQxMDoxNTowMC4xMjBa";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> documents(operation)
                        .forEach(document ->
                                document.setExample(example(operation.getOperationId(), document.getSchema()))));
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

    private static Object example(String operation, Schema<?> schema) {
        if (schema.get$ref() == null) {
            return List.of(example(operation, schema.getItems()));
        }
        String name = RefUtils.extractSimpleName(schema.get$ref()).getLeft().toString();
        return name.startsWith(PAGE)
                ? Map.of("items", List.of(common(name.substring(PAGE.length()))), "next", NEXT)
                : read(operation + "/" + name).orElseGet(() -> common(name));
    }

    private static JsonNode common(String name) {
        return read(name).orElseThrow(() -> new IllegalStateException("no example of " + name));
    }

    private static Optional<JsonNode> read(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(Json.mapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
