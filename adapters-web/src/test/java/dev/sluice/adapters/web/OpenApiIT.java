package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.Scope;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.webhook.WebhookEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class OpenApiIT {

    private final ApiClient api;

    OpenApiIT(ApiClient api) {
        this.api = api;
    }

    /** To commit what is served, copy it from where this test leaves it; clients are generated from it. */
    @Test
    void whatIsServedIsWhatIsCommitted() throws IOException {
        JsonNode served = api.get("/openapi.json").json();
        Files.writeString(Path.of("target", "openapi.json"), served.toPrettyString() + "\n");

        assertThat(served)
                .as("docs/openapi.json differs from adapters-web/target/openapi.json")
                .isEqualTo(ApiDescription.committed().document());
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = api.get("/openapi.json")
                .json()
                .at("/paths")
                .propertyStream()
                .flatMap(path -> path.getValue().valueStream())
                .map(operation -> operation.at("/operationId").asString())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+([A-Z][a-z]+)+"));
    }

    @Test
    void everyOperationOfTheApiHasASummaryATagAndProblems() {
        JsonNode paths = api.get("/openapi.json").json().at("/paths");

        List<JsonNode> operations = paths.propertyStream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .flatMap(path -> path.getValue().valueStream())
                .toList();

        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.at("/summary").asString()).isNotBlank();
            assertThat(operation.at("/tags/0").asString()).isNotBlank();
            assertThat(operation.at("/responses/default/$ref").asString()).isEqualTo("#/components/responses/Problem");
            assertThat(operation.at("/responses/429/headers").propertyNames())
                    .containsExactlyInAnyOrder("Retry-After", "RateLimit", "RateLimit-Policy");
        });
    }

    @Test
    void anOperationNamesItsProblemsByStatus() {
        JsonNode placing = api.get("/openapi.json").json().at("/paths/~1v1~1orders/post/responses");

        assertThat(placing.propertyNames())
                .containsExactlyInAnyOrder(
                        "201", "400", "401", "403", "409", "413", "415", "422", "429", "503", "default");
        assertThat(placing.at("/409/content/application~1problem+json/examples").propertyNames())
                .containsExactlyInAnyOrder("key-in-flight", "sold-out");
    }

    @Test
    void everyDocumentThatIsSentOrAnsweredHasAnExampleThatFits() {
        JsonNode paths = ApiDescription.committed().document().at("/paths");
        long documents = Stream.of(
                        "/requestBody/content",
                        "/responses/200/content",
                        "/responses/201/content",
                        "/responses/202/content")
                .flatMap(content -> paths.valueStream()
                        .flatMap(JsonNode::valueStream)
                        .flatMap(operation -> operation.at(content).propertyNames().stream()))
                .filter(type -> type.endsWith("json"))
                .count();

        assertThat(ApiDescription.committed().checkExamples()).isNotEmpty().hasSize(Math.toIntExact(documents));
    }

    @Test
    void aReadThatMayAnswer304SaysHowToAskForIt() {
        JsonNode read = api.get("/openapi.json").json().at("/paths/~1v1~1products~1{id}/get");

        assertThat(read.at("/parameters").valueStream())
                .extracting(parameter -> parameter.at("/name").asString())
                .contains("If-None-Match");
        assertThat(read.at("/responses/200/headers").propertyNames()).contains("ETag");
        assertThat(read.at("/responses/304/headers").propertyNames()).contains("ETag");
    }

    @Test
    void everyOperationSaysWhichScopeItTakesUnlessItIsPublic() {
        JsonNode json = api.get("/openapi.json").json();

        assertThat(json.at("/components/securitySchemes/apiKey/scheme").asString())
                .isEqualTo("bearer");
        assertThat(json.at("/paths/~1v1~1orders/post/security/0/apiKey/0").asString())
                .isEqualTo("orders");
        assertThat(json.at("/paths/~1v1~1creators/get").has("security")).isFalse();
        assertThat(json.toString()).doesNotContain("\"caller\"");
    }

    @Test
    void whatLooksSimpleIsDescribedAsSimple() {
        JsonNode schemas = api.get("/openapi.json").json().at("/components/schemas");

        assertThat(schemas.at("/PlacedOrderResponse/properties/orderId/format").asString())
                .isEqualTo("uuid");
        assertThat(schemas.at("/Money/properties/currency/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/MonthRevenue/properties/month/type").asString()).isEqualTo("string");
        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.has("CreatorId")).isFalse();
    }

    @Test
    void parametersAreDescribedAsWhatTheyHaveToBe() {
        JsonNode paths = api.get("/openapi.json").json().at("/paths");

        assertThat(paths.at("/~1v1~1orders~1{id}/get/parameters/0/schema/format")
                        .asString())
                .isEqualTo("uuid");
        assertThat(paths.at("/~1v1~1creators/get/parameters").valueStream()).anySatisfy(parameter -> {
            assertThat(parameter.at("/name").asString()).isEqualTo("limit");
            assertThat(parameter.at("/schema/maximum").asInt()).isEqualTo(100);
        });
    }

    @Test
    void everyParameterAndEachPartOfABodySaysHowMuchItMayHold() {
        assertThat(new DescribedInputs(ApiDescription.committed().document()).unbounded())
                .isEmpty();
    }

    @Test
    void namesThatBodiesListAreAllThatThereAre() {
        JsonNode schemas = ApiDescription.committed().document().at("/components/schemas");

        assertThat(texts(schemas.at("/NewApiKeyRequest/properties/scopes/items/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Scope.values()).map(Scope::text).toList());
        for (String webhook : List.of("NewEndpointRequest", "EndpointDocumentPatch")) {
            assertThat(texts(schemas.at("/" + webhook + "/properties/events/items/enum")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(WebhookEventType.values())
                            .map(WebhookEventType::text)
                            .toList());
        }
        assertThat(texts(schemas.at("/BuyerDocument/properties/language/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Language.values()).map(Language::tag).toList());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void whatIsAlwaysAnsweredIsDescribedSo() {
        JsonNode schemas = ApiDescription.committed().document().at("/components/schemas");

        assertThat(texts(schemas.at("/BuyerResponse/required"))).contains("language");
        assertThat(texts(schemas.at("/SellerResponse/required"))).contains("invoiceFormat");
    }

    @Test
    void anErasureThatHasToWaitSaysHowLong() {
        JsonNode erasing = ApiDescription.committed().document().at("/paths/~1v1~1buyers~1erase/post/responses");

        assertThat(erasing.at("/409/headers").propertyNames()).containsExactly("Retry-After");
    }

    @Test
    void theStreamOfEventsIsDescribedAsOne() {
        JsonNode stream = api.get("/openapi.json").json().at("/paths/~1v1~1jobs~1events/get");

        assertThat(stream.at("/responses/200/content").propertyNames()).containsExactly("text/event-stream");
        assertThat(stream.at("/responses/200/content/text~1event-stream/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/JobEventDocument");
        assertThat(stream.at("/parameters").valueStream())
                .extracting(parameter -> parameter.at("/name").asString() + " "
                        + parameter.at("/schema/type").asString())
                .containsExactly("queue string", "type string", "job string");
    }

    @Test
    void thereIsAPageForPeople() {
        Answer docs = api.get("/docs");

        assertThat(docs.status()).isEqualTo(302);
        Answer page = api.get(docs.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }
}
