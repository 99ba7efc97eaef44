package dev.sluice.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.endtoend.HostileRequests.Request;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;
import tools.jackson.databind.JsonNode;

/** What whoever means ill gets, and where personal data go, with all services there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecurityIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Both are in the buyer's name and in the address. */
    private static final String MARK = "zyxcanary";

    private static final String ERASED = "canary-7f3a";

    private static final List<String> SELLERS = List.of("catalogue", "orders", "channel", "jobs", "webhooks");

    private final TokenIssuer issuer = TokenIssuer.open();

    private Attacked attacked = new Attacked(Map.of());
    private Installation sluice;
    private ShopClient client;

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(issuer.settings());
        settings.put("SLUICE_WEBHOOKS_ALLOWINSECURE", "true");
        // So that what a client says of its address is read.
        settings.put("SERVER_FORWARDHEADERSSTRATEGY", "native");
        sluice = Installation.start(settings);
        client = sluice.client();
        UUID creator = client.addCreator("Attacked");
        UUID product = client.addProduct(creator, "Print", "null");
        UUID endpoint = UUID.fromString(client.addWebhook(creator, "http://127.0.0.1:9/")
                .get("endpointId")
                .asString());
        UUID order = client.placeOrder(creator, product);
        new Fulfilment(sluice).awaitCompleted(List.of(order), PATIENCE);
        attacked = new Attacked(Map.of(
                "/v1/creators", creator,
                "/v1/products", product,
                "/v1/orders", order,
                "/v1/jobs", order,
                "/v1/channels", sluice.records().addChannel(creator),
                "/v1/webhooks", endpoint,
                "creatorId", creator,
                "productId", product));
    }

    @AfterAll
    void stop() {
        sluice.close();
        issuer.close();
    }

    @Test
    void hostileValuesForEachParameterAndTextAreAnsweredAndARefusedRequestWritesNothing() {
        List<Request> hostile =
                new HostileRequests(description(), attacked).all().toList();
        assertThat(hostile).hasSizeGreaterThan(1_000);

        assertAnsweredWithoutHarm(hostile);
    }

    @Test
    void hostileValuesInHeaderFieldsAreAnsweredAndARefusedRequestWritesNothing() {
        UUID creator = id("/v1/creators");
        UUID product = id("/v1/products");
        List<Request> hostile = new HostileHeaders(List.of(
                        new Request("get", "/v1/orders/" + id("/v1/orders"), ""),
                        new Request("get", "/v1/creators/" + creator + "/portfolio", ""),
                        new Request("patch", "/v1/creators/" + creator, "{\"bio\": \"Sells\"}"),
                        new Request("post", "/v1/buyers/export", "{\"email\": \"nobody@example.com\"}"),
                        new Request("post", "/v1/orders", ShopClient.order("Robin", "robin", creator, product))))
                .all()
                .toList();
        assertThat(hostile).hasSizeGreaterThan(1_000);

        assertAnsweredWithoutHarm(hostile);
    }

    private void assertAnsweredWithoutHarm(List<Request> requests) {
        try (ShopRecords records = sluice.records().shops()) {
            String written = records.sum();
            for (Request request : requests) {
                HttpResponse<String> answer = client.send(request);
                String now = records.sum();
                assertThat(answer.statusCode()).as(request.toString()).isBetween(200, 499);
                if (answer.statusCode() >= 400) {
                    assertIsProblem(request, answer);
                    assertThat(now).as(request.toString()).isEqualTo(written);
                }
                written = now;
            }
        }
        awaitNoOrderUnderWay();
    }

    /** So that the orders that were accepted use up nothing that another test is about. */
    private void awaitNoOrderUnderWay() {
        Eventually.within(PATIENCE)
                .until(() -> ShopClient.json(client.get("/v1/orders?status=QUEUED&status=PROCESSING&limit=1"))
                        .get("items")
                        .isEmpty());
    }

    /** Each as operations, who may do everything, so that it is the request that is refused; and as one of others. */
    @Test
    void whatTheDescriptionForbidsIsRefusedWhoeverSendsItAndNothingIsWritten() {
        List<Request> bad = new BadRequests(description(), attacked).all().toList();
        assertThat(bad).hasSizeGreaterThan(1_000);
        List<ShopClient> others = List.of(
                new ShopClient(client.base()),
                client.with("sluice_nobody"),
                client.with(client.addKey(client.addCreator("Stranger"), SELLERS, null)),
                client.with(client.addKey(id("/v1/creators"), List.of("channel"), null)),
                expired());

        try (ShopRecords records = sluice.records().shops()) {
            String before = records.sum();
            SoftAssertions.assertSoftly(softly -> {
                for (int index = 0; index < bad.size(); index++) {
                    Request request = bad.get(index);
                    HttpResponse<String> answer = client.send(request);
                    softly.assertThat(answer.statusCode())
                            .as("%s %s", request, answer.body())
                            .isEqualTo(refusal(request));
                    assertIsProblem(request, answer);
                    assertRefused(others.get(index % others.size()), request);
                }
            });
            assertThat(records.sum()).isEqualTo(before);
        }
    }

    /** Of what signs a link to an invoice nobody is told what is wrong with it. */
    private static int refusal(Request request) {
        if (request.headers().containsKey("Content-Type")) {
            return 415;
        }
        return request.path().contains("/invoice/download?") ? 404 : 400;
    }

    private ShopClient expired() {
        ShopClient expiring = client.with(
                client.addKey(id("/v1/creators"), SELLERS, Instant.now().plusSeconds(10)));
        Eventually.within(PATIENCE).until(() -> expiring.get("/v1/orders").statusCode() == 401);
        return expiring;
    }

    private static void assertRefused(ShopClient caller, Request request) {
        HttpResponse<String> answer = caller.send(request);
        assertThat(answer.statusCode()).as("%s %s", request, answer.body()).isBetween(400, 499);
        assertIsProblem(request, answer);
    }

    private static void assertIsProblem(Request request, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(request.toString())
                .contains("application/problem+json");
    }

    @Test
    void aTokenOfTheIssuerOpensWhatItSaysAndNoOtherTokenDoes() {
        UUID creator = id("/v1/creators");
        Duration hour = Duration.ofHours(1);
        String order = "/v1/orders/" + id("/v1/orders");

        assertThat(statusBy(issuer.token(creator, "orders", hour), order)).isEqualTo(200);
        assertThat(statusBy(issuer.token(null, "operations orders", hour), order))
                .isEqualTo(200);
        assertThat(statusBy(issuer.token(client.addCreator("Other"), "orders", hour), order))
                .isEqualTo(404);
        assertThat(statusBy(issuer.token(creator, "jobs", hour), order)).isEqualTo(403);
        assertThat(statusBy(issuer.token(creator, "orders operations", hour), "/v1/api-keys"))
                .isEqualTo(403);
        assertThat(statusBy(issuer.token(creator, "orders", Duration.ofHours(-1)), order))
                .isEqualTo(401);
        assertThat(statusBy(issuer.forged(creator, "orders"), order)).isEqualTo(401);
    }

    private int statusBy(String token, String path) {
        return client.with(token).get(path).statusCode();
    }

    private JsonNode description() {
        return ShopClient.json(client.get("/openapi.json"));
    }

    private UUID id(String of) {
        return attacked.id(of);
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
