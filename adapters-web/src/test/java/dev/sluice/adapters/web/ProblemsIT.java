package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT {

    private final ApiClient api;

    ProblemsIT(ApiClient api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/nothing", "/error", "/v1/orders/", "/v1/queues/orders"})
    void anUnknownRouteIsNotFound(String path) {
        assertThat(api.get(path).isProblem(404, "not-found").text("/instance")).isEqualTo(path);
        api.post(path, "{}").isProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/orders, order",
        "/v1/creators, creator",
        "/v1/products, product",
        "/v1/jobs, job",
    })
    void whatDoesNotExistIsNotFound(String collection, String what) {
        Answer answer = api.get(collection + "/" + UUID.randomUUID());

        assertThat(answer.isProblem(404, "not-found").text("/detail")).isEqualTo("There is no such " + what + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/creators/%s/portfolio",
                "/v1/creators/%s/products",
                "/v1/channels/%s/statistics",
                "/v1/orders/%s/invoice"
            })
    void whatBelongsToNothingIsNotFound(String path) {
        api.get(path.formatted(UUID.randomUUID())).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/orders/%s",
                "/v1/orders/%s/invoice",
                "/v1/creators/%s",
                "/v1/creators/%s/portfolio",
                "/v1/creators/%s/products",
                "/v1/products/%s",
                "/v1/channels/%s/statistics",
                "/v1/jobs/%s"
            })
    void anIdThatIsNoUuidIsNamed(String path) {
        for (String id : new String[] {"1", "1-1-1-1-1", "%09", "x' OR 1=1 --".replace(" ", "%20")}) {
            Answer answer = api.get(path.formatted(id)).isProblem(400, "invalid-request");
            assertThat(answer.text("/errors/0/parameter")).isEqualTo("id");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/orders, limit=0, limit",
        "/v1/orders, limit=101, limit",
        "/v1/orders, limit=-1, limit",
        "/v1/orders, limit=0x10, limit",
        "/v1/orders, limit=ten, limit",
        "/v1/orders, limit=99999999999, limit",
        "/v1/orders, status=LOST, status",
        "/v1/orders, cursor=nonsense, cursor",
        "/v1/orders, cursor=%00, cursor",
        "/v1/creators, limit=0, limit",
        "/v1/creators, cursor=AAAA, cursor",
        "/v1/jobs, state=LOST, state",
        "/v1/jobs, type=DROP%20TABLE, type",
        "/v1/jobs, queue=NO, queue",
        "/v1/jobs, queue=, queue",
        "/v1/jobs, group=%00, group",
        "/v1/jobs, group=, group",
        "/v1/jobs, limit=1.5, limit",
        "/v1/jobs, cursor=~~, cursor",
    })
    void anInvalidParameterIsNamed(String path, String query, String parameter) {
        Answer answer = api.get(path + "?" + query).isProblem(400, "invalid-request");

        assertThat(answer.text("/errors/0/parameter")).isEqualTo(parameter);
    }

    @Test
    void aQueryThatCannotBeDecodedIsInvalid() {
        api.get("/v1/orders?limit=%ff&x=%C3%28").isProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/orders, GET",
        "PUT, /v1/creators, POST",
        "POST, /v1/products/00000000-0000-7000-8000-000000000000, PATCH",
        "PATCH, /v1/jobs, GET",
        "GET, /v1/channels/00000000-0000-7000-8000-000000000000/sync, POST",
    })
    void anotherMethodIsToldWhichAreAllowed(String method, String path, String allowed) {
        Answer answer = api.send(method, path, BodyPublishers.noBody());

        answer.isProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void anotherMediaTypeIsRefused(String type) {
        api.send("POST", "/v1/orders", BodyPublishers.ofString("{}"), "Content-Type", type)
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void aBodyWithoutMediaTypeIsRefused() {
        api.send("POST", "/v1/orders", BodyPublishers.ofString("{}")).isProblem(415, "unsupported-media-type");
    }

    @Test
    void anAnswerThatIsNotAcceptedIsRefusedAsProblem() {
        api.get("/v1/orders", "Accept", "text/html").isProblem(406, "not-acceptable");
        api.get("/v1/orders", "Accept", "nonsense").isProblem(406, "not-acceptable");
    }

    @Test
    void tenMegabytesAreRefusedWithAnAnswer() {
        byte[] body = new byte[10 * 1024 * 1024];

        api.send("POST", "/v1/orders", BodyPublishers.ofByteArray(body), "Content-Type", "application/json")
                .isProblem(413, "body-too-large");
    }

    @Test
    void tenMegabytesInChunksAreRefusedWithAnAnswer() {
        byte[] body = ("{\"creatorId\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);

        api.send(
                        "POST",
                        "/v1/orders",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "Content-Type",
                        "application/json")
                .isProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip"})
    void aPackedBodyIsRefusedAndNotUnpacked(String encoding) throws IOException {
        api.send(
                        "POST",
                        "/v1/orders",
                        BodyPublishers.ofByteArray(packed(new byte[20 * 1024 * 1024])),
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        encoding)
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void aBodyThatIsSaidToBeUnpackedIsRead() {
        api.post("/v1/orders", "{", "Content-Encoding", "identity").isProblem(400, "invalid-request");
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aHarmlessRequestIdIsKept() {
        assertThat(api.get("/v1/orders", "X-Request-Id", "abc-123").header("X-Request-Id"))
                .isEqualTo("abc-123");
        assertThat(api.get("/v1/nothing", "X-Request-Id", "abc-123").text("/requestId"))
                .isEqualTo("abc-123");
    }

    @Test
    void anotherRequestIdIsReplaced() {
        for (String proposed : new String[] {"a b", "<script>", "x".repeat(65), ""}) {
            assertThat(api.get("/v1/orders", "X-Request-Id", proposed).header("X-Request-Id"))
                    .matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void aFailureThatPassesIsAnsweredWithATimeToComeBack() {
        for (String path : new String[] {"/failing/retryable", "/failing/pool"}) {
            Answer answer = api.get(path).isProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).doesNotContain("ada@", "database");
        }
    }

    @Test
    void anOverloadSaysInMillisecondsWhenToComeBack() {
        Answer answer = api.get("/failing/overloaded").isProblem(503, "unavailable");

        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).contains("\"retryAfterMs\":1250");
    }

    @Test
    void eachRequestHasItsDeadline() {
        assertThat(new String(api.get("/work").bytes(), StandardCharsets.UTF_8)).isEqualTo("REQUEST 10");
    }

    @Test
    void anUnexpectedFailureIsLoggedUnderItsIdWithoutWhatItSays(CapturedOutput output) {
        Answer answer =
                api.get("/failing/unexpected", "X-Request-Id", "find-me").isProblem(500, "internal-error");

        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).doesNotContain("ada@", "IllegalState");
        assertThat(output.getAll())
                .contains("find-me", "java.lang.IllegalStateException", "FailingController.fail")
                .doesNotContain("ada@example.org");
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        Answer answer = api.send("HEAD", "/v1/orders", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void optionsNamesTheMethods() {
        Answer answer = api.send("OPTIONS", "/v1/orders", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow").split(",")).contains("GET", "HEAD", "POST", "OPTIONS");
    }
}
