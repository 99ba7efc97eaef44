package dev.sluice.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is there to be attacked, so that a request is not refused because it is about nothing.
 *
 * @param ids what ids in paths stand for, by the beginning of the path, and those in bodies, by their field
 */
record Attacked(Map<String, UUID> ids) {

    /** There is a queue of that name, and of job types any may be asked for. */
    private static final String NAME = "orders";

    UUID id(String of) {
        return Objects.requireNonNull(ids.get(of));
    }

    /** A path of the description with all that is still open in it filled in. */
    String path(String described) {
        UUID id = ids.entrySet().stream()
                .filter(known -> described.startsWith(known.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> new UUID(0, 1));
        return described.replace("{name}", NAME).replaceAll("\\{[a-z]+}", id.toString());
    }

    /** A body of the description's examples, about what is here. */
    JsonNode body(JsonNode example) {
        JsonNode body = example.deepCopy();
        for (String field : List.of("creatorId", "productId")) {
            body.findParents(field)
                    .forEach(
                            parent -> ((ObjectNode) parent).put(field, id(field).toString()));
        }
        return body;
    }

    /** A text as a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
