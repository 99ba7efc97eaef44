package dev.sluice.local.endtoend;

import dev.sluice.local.endtoend.HostileRequests.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests each of which breaks what the API's description says of one parameter or one part of a body, and says nothing
 * else that is wrong. Nothing but the description is known here.
 */
record BadRequests(JsonNode description, Attacked attacked) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTENT = "/content/application~1json";
    private static final String EXAMPLE = CONTENT + "/example";

    /** Of no format, no pattern, no list of values and no number. */
    private static final List<String> NONSENSE =
            List.of("a\u0001b", "' or 1=1 --", "a b", "\u00e4\uFFFD", "-", "<a>", "%", "x".repeat(3_000));

    /** What is no tag in it is passed over. */
    private static final Set<String> LOOSE = Set.of("If-None-Match");

    Stream<Request> all() {
        return description.get("paths").properties().stream()
                .filter(path -> !path.getKey().equals(HostileRequests.STREAM))
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(operation ->
                                new Operation(operation.getKey(), path.getKey(), operation.getValue()).spoiled()));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    /** What the first example that has a field says there, for those that leave it out. */
    private JsonNode sample(String field) {
        return description.get("paths").findValues("requestBody").stream()
                .map(body -> body.at(EXAMPLE).findPath(field))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** One operation, as it is described. */
    private final class Operation {

        private final String method;
        private final String path;
        private final JsonNode described;
        private final JsonNode body;
        private final JsonNode schema;

        private Operation(String method, String path, JsonNode described) {
            this.method = method;
            this.path = path;
            this.described = described;
            JsonNode content = described.path("requestBody").at(CONTENT);
            this.body = attacked.body(content.path("example"));
            this.schema = content.path("schema");
        }

        private Stream<Request> spoiled() {
            return Stream.concat(
                    described.path("parameters").valueStream().flatMap(this::parameters),
                    body.isMissingNode() ? Stream.empty() : bodies());
        }

        private Stream<Request> parameters(JsonNode parameter) {
            String name = parameter.get("name").asString();
            List<String> bad = badTexts(resolved(parameter.get("schema")));
            return switch (parameter.get("in").asString()) {
                case "path" ->
                    bad.stream()
                            .map(text -> request(
                                    attacked.path(path.replace("{" + name + "}", Attacked.encoded(text))), body));
                case "query" ->
                    bad.stream()
                            .map(text ->
                                    request(attacked.path(path) + "?" + name + "=" + Attacked.encoded(text), body));
                default ->
                    LOOSE.contains(name)
                            ? Stream.empty()
                            : bad.stream()
                                    .filter(Operation::fitsAHeader)
                                    .map(text ->
                                            request(attacked.path(path), body).with(Map.of(name, text)));
            };
        }

        private static boolean fitsAHeader(String text) {
            return text.chars().allMatch(character -> character >= ' ' && character < 0x7f);
        }

        private Stream<Request> bodies() {
            List<String> bad = new ArrayList<>(
                    List.of("", "null", "[]", "7", "\"text\"", "{", body + "x", "{\"unknown\":1}", "[".repeat(5_000)));
            objects(resolved(schema), body, spoiled -> spoiled, bad);
            return Stream.concat(
                    bad.stream().map(text -> new Request(method, attacked.path(path), text)),
                    Stream.of("text/plain", "application/xml", "multipart/form-data")
                            .map(type -> request(attacked.path(path), body).with(Map.of("Content-Type", type))));
        }

        /** Spoils each part of an object, in the whole that it is a part of. */
        private void objects(JsonNode object, JsonNode example, UnaryOperator<JsonNode> whole, List<String> bad) {
            Set<String> required = Set.copyOf(object.path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList());
            ObjectNode more = (ObjectNode) example.deepCopy();
            bad.add(whole.apply(more.put("unknown", 1)).toString());
            object.path("properties").forEachEntry((name, property) -> {
                UnaryOperator<JsonNode> inWhole = part -> {
                    ObjectNode changed = (ObjectNode) example.deepCopy();
                    changed.set(name, part);
                    return whole.apply(changed);
                };
                if (required.contains(name)) {
                    ObjectNode less = (ObjectNode) example.deepCopy();
                    less.remove(name);
                    bad.add(whole.apply(less).toString());
                    bad.add(inWhole.apply(JSON.getNodeFactory().nullNode()).toString());
                }
                parts(resolved(property), example.has(name) ? example.get(name) : sample(name), inWhole, bad);
            });
        }

        private void parts(JsonNode part, JsonNode example, UnaryOperator<JsonNode> inWhole, List<String> bad) {
            badValues(part, example)
                    .forEach(value -> bad.add(inWhole.apply(value).toString()));
            if (part.has("properties") && example.isObject()) {
                objects(part, example, inWhole, bad);
            } else if (part.has("items") && !example.isEmpty()) {
                parts(
                        resolved(part.get("items")),
                        example.get(0),
                        item -> inWhole.apply(JSON.createArrayNode().add(item)),
                        bad);
            }
        }

        private Request request(String filled, JsonNode sent) {
            return new Request(method, filled, sent.isMissingNode() ? "" : sent.toString());
        }
    }

    /** Texts that a parameter of this schema may not have. */
    private List<String> badTexts(JsonNode schema) {
        JsonNode single = schema.has("items") ? resolved(schema.get("items")) : schema;
        return Stream.concat(
                        NONSENSE.stream(),
                        Stream.concat(
                                tooLong(single),
                                Stream.of("minimum", "maximum")
                                        .filter(single::has)
                                        .map(bound -> beyond(single, bound).toString())))
                .filter(text -> !allows(single, text))
                .toList();
    }

    /**
     * Values that a part of a body of this schema may not have.
     *
     * @param example one that it may have
     */
    private List<JsonNode> badValues(JsonNode schema, JsonNode example) {
        Set<String> types = Set.copyOf(
                schema.path("type").isArray()
                        ? schema.get("type")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()
                        : List.of(schema.path("type").asString("object")));
        List<JsonNode> bad = new ArrayList<>();
        Map.of(
                        "object", "{\"unknown\":{}}",
                        "array", "[[]]",
                        "boolean", "true",
                        "integer", "7.5",
                        "string", "\"7\"")
                .forEach((type, value) -> {
                    if (!types.contains(type) || type.equals("integer") || type.equals("array")) {
                        bad.add(JSON.readTree(value));
                    }
                });
        if (types.contains("string")) {
            Stream.of(NONSENSE.stream(), tooLong(schema), Stream.of(""))
                    .flatMap(texts -> texts)
                    .filter(text -> !allows(schema, text))
                    .map(text -> JSON.getNodeFactory().stringNode(text))
                    .forEach(bad::add);
        }
        Stream.of("minimum", "maximum").filter(schema::has).forEach(bound -> bad.add(beyond(schema, bound)));
        if (schema.has("minItems")) {
            bad.add(JSON.createArrayNode());
        }
        if (schema.has("maxItems")) {
            ArrayNode many = JSON.createArrayNode();
            for (int item = 0; item <= schema.get("maxItems").asInt(); item++) {
                many.add(example.get(0));
            }
            bad.add(many);
        }
        return bad;
    }

    /** The shortest text that is too long, and nothing else as far as that can be told. */
    private static Stream<String> tooLong(JsonNode schema) {
        if (!schema.has("maxLength")) {
            return Stream.empty();
        }
        int length = schema.get("maxLength").asInt() + 1;
        return Stream.of(
                schema.path("format").asString("").equals("email")
                        ? "x@" + "x.".repeat((length - 4) / 2) + "com"
                        : "x".repeat(length));
    }

    private static JsonNode beyond(JsonNode schema, String bound) {
        long last = schema.get(bound).asLong();
        return JSON.getNodeFactory().numberNode(bound.equals("minimum") ? last - 1 : last + 1);
    }

    /** Whether a text may be one of a schema as far as can be told: of formats none of ours is. */
    private static boolean allows(JsonNode schema, String text) {
        boolean isText = text.chars().noneMatch(Character::isISOControl);
        return isText
                && !schema.has("format")
                && !schema.has("enum")
                && !Set.of("integer", "boolean").contains(schema.path("type").asString(""))
                && text.length() >= schema.path("minLength").asInt(0)
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && text.matches(schema.path("pattern").asString("(?s).*"));
    }
}
