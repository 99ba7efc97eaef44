package dev.sluice.local.endtoend;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that are in order but for one value: each parameter in path and query, and each text in each body, of all
 * routes of the API's own description.
 */
record HostileRequests(JsonNode description, Attacked attacked) {

    /** What ends statements, texts, comments and paths, or stands for something in templates of several kinds. */
    private static final List<String> VALUES = List.of(
            "'",
            "''; drop table creators; --",
            "' or '1'='1",
            "') union select null, null, null --",
            "1; select pg_sleep(60)",
            "'||(select pg_sleep(60))||'",
            "\\'; select pg_sleep(60); --",
            "$$; select pg_sleep(60); $$",
            "\"; drop table orders; /*",
            "{0} ? :id $1 %s ${jndi:ldap://127.0.0.1/x}",
            "../../../../etc/passwd",
            "a\u0000b",
            "\uD83D\uDE00\u202E\uFFFF",
            "x".repeat(5_000));

    /** It never ends. */
    static final String STREAM = "/v1/jobs/events";

    /** @param headers in place of those that a client sends by itself */
    record Request(String method, String path, String body, Map<String, String> headers) {

        Request(String method, String path, String body) {
            this(method, path, body, Map.of());
        }

        Request with(Map<String, String> others) {
            return new Request(method, path, body, others);
        }
    }

    Stream<Request> all() {
        return description.get("paths").properties().stream()
                .filter(path -> !path.getKey().equals(STREAM))
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(operation -> of(operation.getKey(), path.getKey(), operation.getValue())));
    }

    private Stream<Request> of(String method, String path, JsonNode operation) {
        JsonNode body = attacked.body(operation.at("/requestBody/content/application~1json/example"));
        return VALUES.stream()
                .flatMap(value -> Stream.concat(
                        spoiledPaths(path, operation.path("parameters"), value)
                                .map(spoiled -> new Request(method, spoiled, body.toString())),
                        texts(body, "")
                                .map(text -> new Request(method, attacked.path(path), spoiled(body, text, value)))));
    }

    private Stream<String> spoiledPaths(String path, JsonNode parameters, String value) {
        String text = Attacked.encoded(value);
        return parameters.valueStream().flatMap(parameter -> {
            String name = parameter.get("name").asString();
            return switch (parameter.get("in").asString()) {
                case "path" -> Stream.of(attacked.path(path.replace("{" + name + "}", text)));
                case "query" -> Stream.of(attacked.path(path) + "?" + name + "=" + text);
                // Most of these values cannot stand in a header field: HostileHeaders has others.
                default -> Stream.empty();
            };
        });
    }

    private static String spoiled(JsonNode body, String text, String value) {
        JsonNode spoiled = body.deepCopy();
        JsonPointer pointer = JsonPointer.compile(text);
        switch (spoiled.at(pointer.head())) {
            case ObjectNode object -> object.put(pointer.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), value);
            default -> throw new IllegalArgumentException("no text is there: " + text);
        }
        return spoiled.toString();
    }

    /** Pointers to all texts in a document. */
    private static Stream<String> texts(JsonNode node, String pointer) {
        if (node.isString()) {
            return Stream.of(pointer);
        }
        return node.isArray()
                ? IntStream.range(0, node.size())
                        .boxed()
                        .flatMap(index -> texts(node.get(index), pointer + "/" + index))
                : node.properties().stream().flatMap(field -> texts(field.getValue(), pointer + "/" + field.getKey()));
    }
}
