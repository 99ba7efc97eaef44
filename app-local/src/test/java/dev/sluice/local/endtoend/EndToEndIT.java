package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.client.ApiClient;
import dev.sluice.client.ApiException;
import dev.sluice.client.BuyerDocument;
import dev.sluice.client.LineRequest;
import dev.sluice.client.OrdersApi;
import dev.sluice.client.PlaceOrderRequest;
import dev.sluice.embedded.redis.RedisServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndToEndIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Installation sluice;
    private ShopClient client;
    private Fulfilment fulfilment;

    @BeforeAll
    void start() {
        // Its endpoints are on this machine.
        sluice = Installation.start(Map.of("SLUICE_WEBHOOKS_ALLOWINSECURE", "true"));
        client = sluice.client();
        fulfilment = new Fulfilment(sluice);
    }

    @AfterAll
    void stop() {
        sluice.close();
    }

    @Test
    void twoHundredOrdersAtOnceYieldOneInvoiceAndOneMailEach() throws Exception {
        UUID creator = client.addCreator("Two Hundred");
        UUID product = client.addProduct(creator, "Poster", "null");

        List<UUID> orders = Parallel.calls(Collections.nCopies(200, () -> client.placeOrder(creator, product)));

        assertThat(measures(client)).noneMatch(line -> line.startsWith("database_refusals_total"));
        awaitCompleted(orders);
        fulfilment.assertOneInvoiceEach(creator, orders);
        fulfilment.assertOneMailEach(orders);
    }

    @Test
    void aClientThatIsGeneratedFromTheDescriptionBuysAndGetsItsInvoice() throws Exception {
        UUID creator = client.addCreator("Generated");
        UUID product = client.addProduct(creator, "Print", "null");
        ApiClient generated = new ApiClient();
        generated.updateBaseUri(client.base().toString());
        generated.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + client.key()));
        OrdersApi shop = new OrdersApi(generated);

        UUID order = shop.placeOrder(
                        "generated-1",
                        new PlaceOrderRequest()
                                .creatorId(creator)
                                .buyer(new BuyerDocument()
                                        .name("A. Buyer")
                                        .email("generated@example.com")
                                        .country("DE"))
                                .addLinesItem(
                                        new LineRequest().productId(product).quantity(2)))
                .getOrderId();

        awaitCompleted(List.of(order));
        assertThat(shop.readOrder(order, null).getTotal().getAmountMinor()).isEqualTo(4758);
        assertThat(shop.readInvoice(order)).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> shop.readOrder(product, null))
                .satisfies(refused -> assertThat(refused.getResponseBody()).contains("/problems/not-found"));
    }

    @Test
    void aLinkToAnInvoiceWorksWithoutAKeyAndItsSignatureIsInNoSeries() {
        UUID creator = client.addCreator("Linked");
        UUID order = client.placeOrder(creator, client.addProduct(creator, "Card", "null"));
        awaitCompleted(List.of(order));
        String link = client.invoiceLink(order);
        String signature = link.substring(link.indexOf("signature=") + "signature=".length());

        assertThat(new ShopClient(client.base()).get(link).body()).startsWith("%PDF-");

        String series = client.get("/actuator/prometheus").body();
        assertThat(series).contains("/v1/orders/{id}/invoice/download").doesNotContain(signature);
    }

    @Test
    void theFirstKeyIsMadeByACommandThatPrintsItAlone() throws Exception {
        List<String> printed = new FirstKey(sluice.services()).issue();

        assertThat(printed).singleElement().asString().startsWith("sluice_");
        ShopClient operator = new ShopClient(client.base(), printed.getFirst());
        assertThat(operator.get("/v1/api-keys").statusCode()).isEqualTo(200);
        assertThat(operator.get("/v1/api-keys").body()).doesNotContain(printed.getFirst());
    }

    @Test
    void whoBringsNoKeySeesWhatIsPublicAndNothingElse() {
        UUID creator = client.addCreator("Public");
        UUID product = client.addProduct(creator, "Mug", "null");
        ShopClient anybody = new ShopClient(client.base());

        for (String open : List.of(
                "/v1/creators",
                "/v1/creators/" + creator,
                "/v1/creators/" + creator + "/portfolio",
                "/v1/products/" + product,
                "/openapi.json",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/prometheus")) {
            HttpResponse<?> answer = anybody.get(open);
            assertThat(answer.statusCode()).as(open).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(open)
                    .contains("nosniff");
        }
        for (String closed : List.of("/v1/orders", "/v1/jobs", "/v1/api-keys", "/actuator")) {
            assertThat(anybody.get(closed).statusCode()).as(closed).isEqualTo(401);
        }
        assertThat(anybody.placeOrder("nobody", creator, product).statusCode()).isEqualTo(401);
    }

    @Test
    void allAnswersButThoseOfHealthAndMetricsSayHowManyMayFollow() {
        UUID creator = client.addCreator("Counted");
        String portfolio = "/v1/creators/" + creator + "/portfolio";
        ShopClient anybody = new ShopClient(client.base());

        // A second after a Redis that was away is back they are counted again.
        Eventually.within(PATIENCE).until(() -> standing(client, "/v1/orders").matches("\"key\";r=\\d+;t=\\d+"));
        assertThat(standing(anybody, "/v1/orders")).matches("\"address\";r=\\d+;t=\\d+");
        assertThat(anybody.get(portfolio).statusCode()).isEqualTo(200);
        assertThat(standing(anybody, portfolio)).matches("\"address\";r=\\d+;t=\\d+");
        assertThat(standing(anybody, "/actuator/health/readiness")).isEmpty();
        assertThat(standing(anybody, "/actuator/prometheus")).isEmpty();
    }

    private static String standing(ShopClient asking, String path) {
        return asking.get(path).headers().firstValue("RateLimit").orElse("");
    }

    @Test
    void nothingElseOfTheActuatorIsThereForAnybody() {
        ShopClient anybody = new ShopClient(client.base());
        for (String endpoint : List.of(
                "env",
                "configprops",
                "beans",
                "heapdump",
                "threaddump",
                "loggers",
                "mappings",
                "metrics",
                "shutdown",
                "info",
                "conditions",
                "caches",
                "scheduledtasks",
                "flyway")) {
            assertThat(client.get("/actuator/" + endpoint).statusCode())
                    .as(endpoint)
                    .isEqualTo(404);
            assertThat(anybody.get("/actuator/" + endpoint).statusCode())
                    .as(endpoint)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoListensSeesAJobGoItsWayThroughAllProcesses() throws Exception {
        UUID creator = client.addCreator("Listened To");
        UUID product = client.addProduct(creator, "Record", "null");
        try (JobEventListener listener = client.listen("type=process-sync")) {
            UUID order = client.placeOrder(creator, product);

            awaitCompleted(List.of(order));
            UUID job = sluice.records().job(order);
            // Two processes tell of it, each in its own order, so that only the worker's part has one.
            Eventually.within(PATIENCE).until(() -> listener.states(job).size() == 3);
            assertThat(listener.states(job))
                    .containsExactlyInAnyOrder("AVAILABLE", "RUNNING", "SUCCEEDED")
                    .containsSubsequence("RUNNING", "SUCCEEDED");
        }
    }

    @Test
    void anOrdersJobNamesTheRequestThatPlacedItWhileItIsOpenAndAfterwards() {
        UUID creator = client.addCreator("Traced");
        UUID product = client.addProduct(creator, "Map", "null");
        sluice.records().holdDispatcher();
        UUID order;
        String request;
        try {
            HttpResponse<String> placed = client.placeOrder("traced-1", creator, product);
            order = ShopClient.orderId(placed);
            request = placed.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(client.job(order).at("/requestId").stringValue()).isEqualTo(request);
        } finally {
            sluice.records().releaseDispatcher();
        }

        awaitCompleted(List.of(order));

        assertThat(client.job(order).at("/state").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(client.job(order).at("/requestId").stringValue()).isEqualTo(request);
    }

    @Test
    void oneKeyFiftyTimesInParallelIsOneOrder() throws Exception {
        UUID creator = client.addCreator("Fifty Times");
        UUID product = client.addProduct(creator, "Sticker", "null");
        String key = UUID.randomUUID().toString();

        List<HttpResponse<String>> answers =
                Parallel.calls(Collections.nCopies(50, () -> client.placeOrder(key, creator, product)));

        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(ShopClient::orderId)
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
        assertThat(sluice.records().orders(creator)).isEqualTo(1);
    }

    @Test
    void anOrderThatWaitsIsCancelledAndItsItemIsThereForAnother() throws Exception {
        UUID creator = client.addCreator("Second Thoughts");
        UUID product = client.addProduct(creator, "Sketch", "1");
        sluice.records().holdDispatcher();
        UUID cancelled;
        try {
            cancelled = client.placeOrder(creator, product);
            assertThat(client.cancel(cancelled).statusCode()).isEqualTo(200);
        } finally {
            sluice.records().releaseDispatcher();
        }

        UUID order = client.placeOrder(creator, product);
        awaitCompleted(List.of(order));
        assertThat(client.status(cancelled)).isEqualTo("CANCELLED");
        assertThat(client.cancel(order).statusCode()).isEqualTo(409);
        fulfilment.assertOneInvoiceEach(creator, List.of(order));
    }

    @Test
    void anOrderThatIsRefundedYieldsACreditNoteAndItsItemIsThereForAnother() throws Exception {
        UUID creator = client.addCreator("Money Back");
        UUID product = client.addProduct(creator, "Etching", "1");
        UUID refunded = client.placeOrder(creator, product);
        awaitCompleted(List.of(refunded));
        String path = "/v1/orders/" + refunded;

        assertThat(client.resendReceipt(refunded).statusCode()).isEqualTo(202);
        List<HttpResponse<String>> answers = Parallel.calls(Collections.nCopies(4, () -> client.refund(refunded)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409, 409, 409);
        awaitCompleted(List.of(client.placeOrder(creator, product)));
        Eventually.within(PATIENCE)
                .untilAsserted(() -> assertThat(client.get(path + "/timeline").body())
                        .containsSubsequence("PLACED", "PROCESSING_STARTED", "INV-000001", "COMPLETED", "CRN-000001")
                        .contains("RECEIPT_SENT", "CREDIT_NOTE_SENT"));
        assertThat(client.get(path + "/credit-note").statusCode()).isEqualTo(200);
        assertThat(fulfilment.mailsOf(List.of(refunded))).hasSize(3);
    }

    @Test
    void aSellerWhoAsksForItIssuesPapersThatProgramsRead() {
        UUID creator = client.addCreator("Electronic", "FACTUR_X");
        UUID product = client.addProduct(creator, "Linocut", "null");

        UUID order = client.placeOrder(creator, product);
        awaitCompleted(List.of(order));
        client.refund(order);
        Eventually.within(PATIENCE)
                .until(() -> client.get("/v1/orders/" + order + "/credit-note").statusCode() == 200);

        assertThat(List.of("/invoice", "/credit-note"))
                .allSatisfy(paper -> assertThat(
                                client.get("/v1/orders/" + order + paper).body())
                        .startsWith("%PDF-1.7")
                        .contains("factur-x.xml"));
    }

    @Test
    void theLastUnitIsSoldOnceThoughTwoHundredWantIt() throws Exception {
        UUID creator = client.addCreator("Last Item");
        UUID product = client.addProduct(creator, "Original", "1");

        List<HttpResponse<String>> answers = Parallel.calls(Collections.nCopies(
                200, () -> client.placeOrder(UUID.randomUUID().toString(), creator, product)));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(sluice.records().orders(creator)).isEqualTo(1);
    }

    @Test
    void ordersAreAcceptedWithoutABrokerAndProcessedOnceItIsBack() throws Exception {
        UUID creator = client.addCreator("No Broker");
        UUID product = client.addProduct(creator, "Pin", "null");
        sluice.services().broker().stop();

        List<UUID> orders = Parallel.calls(Collections.nCopies(20, () -> client.placeOrder(creator, product)));
        sluice.services().broker().restart();

        awaitCompleted(orders);
        fulfilment.assertOneInvoiceEach(creator, orders);
        fulfilment.assertOneMailEach(orders);
    }

    @Test
    void readsAnswerWithoutRedis() {
        UUID creator = client.addCreator("No Redis");
        client.addProduct(creator, "Mug", "null");
        String path = "/v1/creators/" + creator + "/portfolio";
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(cacheStatus(path)).isEqualTo("sluice; hit");

        sluice.services().redis().stop();
        try {
            Eventually.within(PATIENCE).until(() -> cacheStatus(path).equals("sluice; fwd=bypass"));
        } finally {
            sluice.services().redis().restart();
        }
        Eventually.within(PATIENCE).until(() -> cacheStatus(path).equals("sluice; fwd=miss; stored"));
        assertThat(cacheStatus(path)).isEqualTo("sluice; hit");
    }

    @Test
    void readsAreAnsweredInTimeWhileRedisHangsAndForgets() {
        UUID creator = client.addCreator("Slow Redis");
        String path = "/v1/creators/" + creator + "/portfolio";
        RedisServer redis = sluice.services().redis();
        readInTimeUntil(path, "sluice; hit");

        redis.pause();
        try {
            readInTimeUntil(path, "sluice; fwd=bypass");
            Eventually.within(PATIENCE).until(() -> measures(client).contains("cache_redis_left_alone 1.0"));
        } finally {
            redis.resume();
        }
        Eventually.within(PATIENCE).until(() -> {
            cacheStatusInTime(path);
            return measures(client).contains("cache_redis_left_alone 0.0");
        });
        redis.flush();
        readInTimeUntil(path, "sluice; fwd=miss; stored");
        readInTimeUntil(path, "sluice; hit");
        assertTold(
                client,
                List.of(
                        "cache_reads_total{region=\"portfolios\",status=\"local_hit\"}",
                        "cache_reads_total{region=\"portfolios\",status=\"bypass\"}",
                        "cache_reads_total{region=\"portfolios\",status=\"miss\"}",
                        "cache_fetches_total{region=\"portfolios\"}",
                        "cache_fetch_milliseconds_total{region=\"portfolios\"}",
                        "cache_local_bytes{region=\"portfolios\"}",
                        "cache_local_bytes{region=\"channel-statistics\"}"));
    }

    private void readInTimeUntil(String path, String status) {
        Eventually.within(PATIENCE).until(() -> cacheStatusInTime(path).equals(status));
    }

    /** Redis hangs for longer; a request waits for it no longer than a fraction of a second, on a machine that has time. */
    private String cacheStatusInTime(String path) {
        long begin = System.nanoTime();
        String status = cacheStatus(path);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        return status;
    }

    @Test
    void theWorkerTellsWhatItsJobsDo() throws Exception {
        UUID creator = client.addCreator("Measured");
        UUID product = client.addProduct(creator, "Magnet", "null");
        awaitCompleted(Parallel.calls(Collections.nCopies(3, () -> client.placeOrder(creator, product))));

        ShopClient worker = new ShopClient(sluice.worker().uri());
        assertTold(
                worker,
                List.of(
                        "job_attempts_total{outcome=\"succeeded\",type=\"process-sync\"}",
                        "job_duration_seconds_count{outcome=\"succeeded\",type=\"process-sync\"}",
                        "job_duration_seconds_bucket{outcome=\"succeeded\",type=\"process-sync\",le=\"1.0\"}",
                        "job_start_delay_seconds_count{queue=\"orders\"}",
                        "job_start_delay_seconds_bucket{queue=\"orders\",le=\"0.05\"}",
                        "job_commits_total",
                        "job_messages_total{outcome=\"taken\",queue=\"orders\"}",
                        "job_dispatches_total{outcome=\"published\",queue=\"orders\"}",
                        "job_dispatch_window_jobs{queue=\"orders\"}",
                        "job_dispatch_window_jobs{queue=\"channels\"}",
                        "job_oldest_age_seconds{queue=\"orders\"}",
                        "job_oldest_age_seconds{queue=\"channels\"}",
                        "database_connections_waiting",
                        "database_connections_taken",
                        "database_connections_capacity 20.0",
                        "database_cannot_connect 0.0",
                        "hikaricp_connections_usage_seconds{pool=\"sluice-worker\",quantile=\"0.99\"}",
                        "hikaricp_connections_acquire_seconds{pool=\"sluice-worker\",quantile=\"0.99\"}"));
        assertThat(measures(worker))
                .noneMatch(line -> line.contains(creator.toString()) || line.contains("example.com"));
    }

    private static void assertTold(ShopClient process, List<String> wanted) {
        for (String series : wanted) {
            Eventually.within(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(measures(process)).anyMatch(line -> (line + " ").startsWith(series + " ")));
        }
    }

    private static List<String> measures(ShopClient process) {
        return process.get("/actuator/prometheus").body().lines().toList();
    }

    @Test
    void aSynchronisationWaitsForQuotaAndBringsTheStatistics() {
        UUID channel = sluice.records().addChannel(client.addCreator("On Air"));
        sluice.records().useUpQuota();

        UUID job = client.synchronise(channel);
        Eventually.within(PATIENCE).untilAsserted(() -> {
            assertThat(client.job(job).at("/state").stringValue()).isEqualTo("SCHEDULED");
            assertThat(client.job(job).at("/attempt").intValue()).isZero();
            assertThat(client.job(job).at("/progress/note").stringValue()).contains("quota");
        });
        sluice.records().renewQuota();
        assertThat(client.synchronise(channel)).isEqualTo(job);

        Eventually.within(PATIENCE)
                .untilAsserted(() ->
                        assertThat(client.job(job).at("/state").stringValue()).isEqualTo("SUCCEEDED"));
        assertThat(client.job(job).at("/progress/percent").intValue()).isEqualTo(100);
        assertThat(client.job(job).at("/result/videos").intValue()).isEqualTo(120);
        JsonNode statistics = ShopClient.json(client.get("/v1/channels/" + channel + "/statistics"));
        assertThat(statistics.at("/totals/views").longValue()).isPositive();
        assertThat(statistics.at("/topVideos")).hasSize(10);
        ShopClient worker = new ShopClient(sluice.worker().uri());
        assertThat(measures(worker))
                .anyMatch(line ->
                        line.startsWith("youtube_units_total{outcome=\"answered\",resource=\"playlistItems\"} 3"));
    }

    @Test
    void aSellerIsToldOfACompletedOrderAndCanTellThatItIsGenuine() {
        UUID creator = client.addCreator("Told");
        UUID product = client.addProduct(creator, "Zine", "null");
        try (HookListener listener = HookListener.open()) {
            JsonNode webhook = client.addWebhook(creator, listener.url());

            UUID order = client.placeOrder(creator, product);
            awaitCompleted(List.of(order));
            Eventually.within(PATIENCE).until(() -> !listener.received().isEmpty());

            HookListener.Received told = listener.received().getFirst();
            assertThat(told.body())
                    .startsWith("{\"type\":\"order.completed\"")
                    .contains("{\"orderId\":\"" + order + "\"}")
                    .doesNotContain("example.com");
            assertThat(told.isSignedBy(webhook.get("secret").asString())).isTrue();
            String deliveries = "/v1/webhooks/" + webhook.get("endpointId").asString() + "/deliveries?state=DELIVERED";
            Eventually.within(PATIENCE)
                    .until(() -> ShopClient.json(client.get(deliveries))
                            .at("/items/0/deliveryId")
                            .asString()
                            .equals(told.id()));
        }
    }

    private String cacheStatus(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Cache-Status").orElse("none");
    }

    private void awaitCompleted(List<UUID> orders) {
        fulfilment.awaitCompleted(orders, PATIENCE);
    }
}
