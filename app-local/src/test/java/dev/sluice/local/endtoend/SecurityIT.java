package dev.sluice.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.endtoend.HostileRequests.Request;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** What whoever means ill gets, and where personal data go, with all services there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecurityIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Both are in the buyer's name and in the address. */
    private static final String MARK = "zyxcanary";

    private static final String ERASED = "canary-7f3a";

    private Installation sluice;
    private ShopClient client;

    @BeforeAll
    void start() {
        sluice = Installation.start(Map.of("SLUICE_WEBHOOKS_ALLOWINSECURE", "true"));
        client = sluice.client();
    }

    @AfterAll
    void stop() {
        sluice.close();
    }

    @Test
    void hostileValuesForEachParameterAndTextAreAnsweredAndARefusedRequestWritesNothing() {
        UUID creator = client.addCreator("Attacked");
        UUID product = client.addProduct(creator, "Print", "null");
        UUID endpoint = UUID.fromString(client.addWebhook(creator, "http://127.0.0.1:9/")
                .get("endpointId")
                .asString());
        UUID order = client.placeOrder(creator, product);
        new Fulfilment(sluice).awaitCompleted(List.of(order), PATIENCE);
        Map<String, UUID> ids = Map.of(
                "/v1/creators", creator,
                "/v1/products", product,
                "/v1/orders", order,
                "/v1/jobs", order,
                "/v1/webhooks", endpoint,
                "creatorId", creator,
                "productId", product);
        List<Request> hostile = new HostileRequests(ShopClient.json(client.get("/openapi.json")), ids)
                .all()
                .toList();
        assertThat(hostile).hasSizeGreaterThan(1_000);

        for (Request request : hostile) {
            String before = sluice.records().shops();
            HttpResponse<String> answer = client.send(request);
            assertThat(answer.statusCode()).as(request.toString()).isBetween(200, 499);
            if (answer.statusCode() >= 400) {
                assertThat(answer.headers().firstValue("Content-Type"))
                        .as(request.toString())
                        .contains("application/problem+json");
                assertThat(sluice.records().shops()).as(request.toString()).isEqualTo(before);
            }
        }
    }

    @Test
    void aBuyerIsOnRecordWithTheOrderAndLeavesNoTraceElsewhere() throws Exception {
        UUID creator = client.addCreator("Discreet");
        UUID product = client.addProduct(creator, "Diary", "null");
        try (HookListener listener = HookListener.open();
                Overheard broker = new Overheard(
                        new OrdersQueue(sluice.services().broker()), Set.of("orders", "channels", "webhooks"))) {
            client.addWebhook(creator, listener.url());
            // So that there is a failed attempt, which is logged and kept.
            sluice.services().smtp().refuseNext(1);

            UUID order = ShopClient.orderId(client.placeOrderOf(MARK, creator, product));
            new Fulfilment(sluice).awaitCompleted(List.of(order), PATIENCE);
            Eventually.within(PATIENCE).until(() -> !listener.received().isEmpty());
            client.get("/v1/creators/" + creator + "/portfolio");

            assertThat(client.get("/v1/orders/" + order).body()).contains(MARK);
            assertThat(sluice.records().tablesThatHold(MARK)).isSubsetOf("orders", "invoices", "invoice_documents");
            assertUnmarked("the broker", broker.messages());
            assertUnmarked(
                    "webhooks",
                    listener.received().stream()
                            .map(HookListener.Received::body)
                            .toList());
        }
        assertUnmarked("Redis", redis());
        assertUnmarked("logs", logs());
        assertUnmarked("metrics", metrics());
        assertUnmarked("jobs", List.of(client.get("/v1/jobs?type=process-sync").body()));
    }

    @Test
    void anErasedBuyerIsInNoTableButThoseOfKeptPapers() {
        UUID creator = client.addCreator("Erasing");
        UUID product = client.addProduct(creator, "Poster", "null");
        UUID order = ShopClient.orderId(client.placeOrderOf(ERASED, creator, product));
        new Fulfilment(sluice).awaitCompleted(List.of(order), PATIENCE);
        assertThat(client.refund(order).statusCode()).isEqualTo(200);
        String path = "/v1/orders/" + order;
        Eventually.within(PATIENCE)
                .until(() -> client.get(path + "/credit-note").statusCode() == 200);
        assertThat(sluice.records().tablesThatHold(ERASED)).contains("orders", "invoices");

        assertThat(client.erase(ERASED.toUpperCase(Locale.ROOT) + "@example.com")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.erase(ERASED + "@example.com").statusCode()).isEqualTo(204);

        assertThat(sluice.records().tablesThatHold(ERASED))
                .isSubsetOf("invoices", "invoice_documents", "credit_note_documents");
        assertThat(client.get(path).body()).contains("@erased.invalid");
        assertThat(client.get(path + "/invoice").body()).startsWith("%PDF-");
    }

    private static void assertUnmarked(String place, List<String> texts) {
        assertThat(texts)
                .as(place)
                .isNotEmpty()
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(MARK));
    }

    private List<String> redis() {
        List<String> all = new ArrayList<>();
        try (Jedis redis = new Jedis(
                sluice.services().redis().host(), sluice.services().redis().port())) {
            for (String key : redis.keys("*")) {
                all.add(key + " " + new String(redis.dump(key), UTF_8));
            }
        }
        return all;
    }

    private List<String> logs() throws IOException {
        return List.of(
                Files.readString(sluice.api().log().path()),
                Files.readString(sluice.worker().log().path()));
    }

    private List<String> metrics() {
        return Stream.of(sluice.api(), sluice.worker())
                .map(process -> new ShopClient(process.uri())
                        .get("/actuator/prometheus")
                        .body())
                .toList();
    }
}
