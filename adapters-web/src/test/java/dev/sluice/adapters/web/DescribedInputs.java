package dev.sluice.adapters.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a description says that requests may hold.
 *
 * @param document the whole description
 */
record DescribedInputs(JsonNode document) {

    private static final Set<String> SHAPES = Set.of("maxLength", "format", "enum", "const");

    /** In a pattern: as often as one likes. */
    private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d+,}");

    /** The parameters, and the parts of bodies, that could be of any length or size. */
    Set<String> unbounded() {
        Set<String> found = new TreeSet<>();
        document.at("/paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    String at = method + " " + path;
                    operation
                            .path("parameters")
                            .forEach(parameter -> visit(
                                    parameter.get("schema"),
                                    at + " " + parameter.get("name").asString(),
                                    found));
                    operation
                            .at("/requestBody/content")
                            .forEach(body -> visit(body.get("schema"), at + " body", found));
                }));
        return found;
    }

    private void visit(JsonNode described, String at, Set<String> found) {
        JsonNode schema = resolved(described);
        List<String> types = types(schema.path("type"));
        boolean bounded = types.stream().allMatch(type -> switch (type) {
            case "string" -> SHAPES.stream().anyMatch(schema::has) || isBounded(schema.path("pattern"));
            case "integer", "number" -> schema.has("minimum") && schema.has("maximum");
            case "array" ->
                schema.has("maxItems")
                        || (schema.path("uniqueItems").asBoolean(false)
                                && schema.at("/items/enum").isArray());
            default -> true;
        });
        if (!bounded) {
            found.add(at);
        }
        schema.path("properties").forEachEntry((name, property) -> visit(property, at + "/" + name, found));
        Stream.of("items", "additionalProperties")
                .filter(inner -> schema.path(inner).isObject())
                .forEach(inner -> visit(schema.get(inner), at + "/" + inner, found));
        Stream.of("oneOf", "anyOf", "allOf")
                .forEach(several -> schema.path(several).forEach(one -> visit(one, at + "/" + several, found)));
    }

    private static boolean isBounded(JsonNode pattern) {
        return pattern.isString() && !ENDLESS.matcher(pattern.asString()).find();
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static List<String> types(JsonNode type) {
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString(""));
    }
}
