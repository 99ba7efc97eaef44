package dev.sluice.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** That what clients rely on stays: the committed description against the one that was released last. */
class CompatibilityTest {

    private static final Path PRESENT = Path.of("..", "docs", "openapi.json");
    private static final Path RELEASED = Path.of("..", "docs", "openapi-released.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noClientOfTheLastReleaseBreaksUnlessTheVersionSaysSo() {
        assertThat(isCompatible(read(RELEASED), read(PRESENT)) || mayBreak(version(RELEASED), version(PRESENT)))
                .as("version %s after %s", version(PRESENT), version(RELEASED))
                .isTrue();
    }

    @Test
    void theVersionDoesNotGoBack() {
        assertThat(Arrays.compare(numbers(version(PRESENT)), numbers(version(RELEASED))))
                .isNotNegative();
    }

    /** By semantic versioning. */
    @ParameterizedTest
    @CsvSource({
        "0.1.0, 0.1.0, false",
        "0.1.0, 0.1.9, false",
        "0.1.0, 0.2.0, true",
        "0.9.0, 0.10.0, true",
        "0.2.0, 0.1.0, false",
        "0.9.0, 1.0.0, true",
        "1.0.0, 1.1.0, false",
        "1.9.0, 2.0.0, true",
        "2.0.0, 1.0.0, false"
    })
    void aVersionSaysWhetherClientsMayBreak(String released, String present, boolean mayBreak) {
        assertThat(mayBreak(released, present)).isEqualTo(mayBreak);
    }

    /** Below 1.0 the second number says it. */
    private static boolean mayBreak(String released, String present) {
        int[] before = numbers(released);
        int[] after = numbers(present);
        return after[0] > before[0] || (before[0] == 0 && after[0] == 0 && after[1] > before[1]);
    }

    private static int[] numbers(String version) {
        assertThat(version).matches("(\\d+\\.){2}\\d+");
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static String version(Path description) {
        return read(description).at("/info/version").textValue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatBreaksClientsIsSeen(String name, Consumer<ObjectNode> change) {
        ObjectNode changed = read(PRESENT);
        change.accept(changed);

        assertThat(changed).isNotEqualTo(read(PRESENT));
        assertThat(isCompatible(read(PRESENT), changed)).isFalse();
    }

    static Stream<Arguments> whatBreaksClientsIsSeen() {
        return Stream.of(
                change("a route goes", api -> at(api, "/paths").remove("/v1/orders/{id}/cancel")),
                change("a method goes", api -> at(api, "/paths/~1v1~1orders").remove("get")),
                change(
                        "a part of an answer goes",
                        api -> properties(api, "OrderResponse").remove("total")),
                change(
                        "a part of an answer has another type",
                        api -> ((ObjectNode) properties(api, "OrderResponse").get("placedAt"))
                                .put("type", "integer")
                                .remove("format")),
                change(
                        "a part of an answer may be missing",
                        api -> ((ArrayNode) at(api, "/components/schemas/OrderResponse")
                                        .get("required"))
                                .removeAll()),
                change("a request needs more", api -> {
                    properties(api, "PlaceOrderRequest").putObject("voucher").put("type", "string");
                    ((ArrayNode) at(api, "/components/schemas/PlaceOrderRequest")
                                    .get("required"))
                            .add("voucher");
                }),
                change(
                        "a request may say less",
                        api -> ((ArrayNode) at(api, "/components/schemas/ControlRequest/properties/act")
                                        .get("enum"))
                                .remove(0)),
                change(
                        "a part that may be null has another type",
                        api -> ((ArrayNode) at(api, "/components/schemas/ProductResponse/properties/stock")
                                        .get("type"))
                                .set(0, "string")),
                change("another status says that it went well", api -> {
                    ObjectNode responses = at(api, "/paths/~1v1~1orders/post/responses");
                    responses.set("200", responses.remove("201"));
                }),
                change(
                        "a parameter is needed",
                        api -> ((ArrayNode) at(api, "/paths/~1v1~1orders/get").get("parameters"))
                                .addObject()
                                .put("name", "since")
                                .put("in", "query")
                                .put("required", true)
                                .putObject("schema")
                                .put("type", "string")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatOnlyAddsIsTaken(String name, Consumer<ObjectNode> change) {
        ObjectNode changed = read(PRESENT);
        change.accept(changed);

        assertThat(changed).isNotEqualTo(read(PRESENT));
        assertThat(isCompatible(read(PRESENT), changed)).isTrue();
    }

    static Stream<Arguments> whatOnlyAddsIsTaken() {
        return Stream.of(
                change(
                        "a route",
                        api -> at(api, "/paths")
                                .set(
                                        "/v1/more",
                                        at(api, "/paths/~1v1~1creators").deepCopy())),
                change(
                        "a part of an answer",
                        api -> properties(api, "OrderResponse")
                                .putObject("note")
                                .put("type", "string")),
                change(
                        "what a request may say",
                        api -> properties(api, "PlaceOrderRequest")
                                .putObject("voucher")
                                .put("type", "string")));
    }

    private static Arguments change(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    private static ObjectNode properties(ObjectNode api, String schema) {
        return at(api, "/components/schemas/" + schema + "/properties");
    }

    private static ObjectNode at(ObjectNode api, String pointer) {
        return (ObjectNode) api.at(pointer);
    }

    private static boolean isCompatible(ObjectNode before, ObjectNode after) {
        return OpenApiCompare.fromContents(withSingleTypes(before), withSingleTypes(after))
                .isCompatible();
    }

    /** The comparison knows no types of OpenAPI 3.1: in place of "this or null" it gets this, as 3.0 says it. */
    private static String withSingleTypes(ObjectNode api) {
        ObjectNode copy = api.deepCopy().put("openapi", "3.0.3");
        for (JsonNode schema : copy.findParents("type")) {
            if (schema.get("type") instanceof ArrayNode types) {
                ((ObjectNode) schema).set("type", types.get(0));
                ((ObjectNode) schema).put("nullable", true);
            }
        }
        return copy.toString();
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
