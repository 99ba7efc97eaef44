package dev.sluice.local.endtoend;

import dev.sluice.adapters.web.ApiDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of the API. Safe for use by many threads.
 *
 * @param key the API key that it calls with, or null for none
 */
record ShopClient(URI base, @Nullable String key, HttpClient http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ApiDescription DESCRIPTION = ApiDescription.read(Path.of("docs", "openapi.json"));
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** One that brings no credential. */
    ShopClient(URI base) {
        this(base, null);
    }

    ShopClient(URI base, @Nullable String key) {
        this(
                base,
                key,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** One that calls with another credential. */
    ShopClient with(String credential) {
        return new ShopClient(base, credential, http);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET().build());
    }

    /** Opens a shop. */
    UUID addCreator(String name) {
        return addCreator(name, "PDF");
    }

    /** @param format what its invoices are */
    UUID addCreator(String name, String format) {
        return created("creatorId", "/v1/creators", """
                {"name": "%s", "bio": "Sells things", "currency": "EUR",
                 "seller": {"legalName": "%s Ltd", "vatId": "IE1234567T", "invoiceFormat": "%s",
                            "address": {"street": "1 Quay", "postalCode": "D01", "city": "Dublin", "country": "IE"}}}
                """.formatted(name, name, format));
    }

    /** @param stock a number, or {@code null} in JSON for no limit */
    UUID addProduct(UUID creator, String title, String stock) {
        return created("productId", "/v1/creators/" + creator + "/products", """
                {"title": "%s", "description": "Good", "price": {"amountMinor": 1999, "currency": "EUR"},
                 "stock": %s, "onSale": true}
                """.formatted(title, stock));
    }

    /** Has a creator's endpoint told of completed orders; the answer holds its secret. */
    JsonNode addWebhook(UUID creator, String url) {
        return created("/v1/webhooks", """
                {"creatorId": "%s", "url": "%s", "events": ["order.completed"]}
                """.formatted(creator, url));
    }

    /** Makes a seller's key; null for one that does not expire. */
    String addKey(UUID creator, List<String> scopes, @Nullable Instant expiresAt) {
        ObjectNode key = JSON.createObjectNode().put("label", "Seller").put("creatorId", creator.toString());
        scopes.forEach(key.putArray("scopes")::add);
        if (expiresAt != null) {
            key.put("expiresAt", expiresAt.toString());
        }
        return created("/v1/api-keys", key.toString()).get("key").asString();
    }

    private UUID created(String id, String path, String body) {
        return UUID.fromString(created(path, body).get(id).asString());
    }

    private JsonNode created(String path, String body) {
        HttpResponse<String> response = post(path, UUID.randomUUID().toString(), body);
        if (response.statusCode() != 201) {
            throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    HttpResponse<String> placeOrder(String key, UUID creator, UUID product) {
        return placeOrder(key, "Robin Sample", key, creator, product);
    }

    /** @param buyer the name, and the beginning of the e-mail address */
    HttpResponse<String> placeOrderOf(String buyer, UUID creator, UUID product) {
        return placeOrder(UUID.randomUUID().toString(), buyer, buyer, creator, product);
    }

    private HttpResponse<String> placeOrder(String key, String name, String mailbox, UUID creator, UUID product) {
        return post("/v1/orders", key, order(name, mailbox, creator, product));
    }

    /** An order of one unit, as it is sent. */
    static String order(String name, String mailbox, UUID creator, UUID product) {
        return """
                {"creatorId": "%s", "buyer": {"name": "%s", "email": "%s@example.com", "country": "DE"},
                 "lines": [{"productId": "%s", "quantity": 1}]}
                """.formatted(creator, name, mailbox, product);
    }

    /** Places an order under a key of its own; told that the service is overloaded, it comes again under that key. */
    UUID placeOrder(UUID creator, UUID product) {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> response = Eventually.within(LIMIT)
                .until(() -> placeOrder(key, creator, product), answer -> answer.statusCode() != 503);
        if (response.statusCode() != 201) {
            throw new AssertionError("the order was answered " + response.statusCode() + " " + response.body());
        }
        return orderId(response);
    }

    /** Has all sellers' orders of a buyer erased. */
    HttpResponse<String> erase(String email) {
        return post("/v1/buyers/erase", UUID.randomUUID().toString(), "{\"email\": \"%s\"}".formatted(email));
    }

    /** Has a link made to an order's invoice. */
    String invoiceLink(UUID order) {
        return json(post(
                        "/v1/orders/" + order + "/invoice/link",
                        UUID.randomUUID().toString(),
                        ""))
                .get("url")
                .asString();
    }

    /** Asks for a channel's synchronisation and answers the job. */
    UUID synchronise(UUID channel) {
        HttpResponse<String> response =
                post("/v1/channels/" + channel + "/sync", UUID.randomUUID().toString(), "");
        return UUID.fromString(json(response).get("jobId").asString());
    }

    JsonNode job(UUID job) {
        return json(get("/v1/jobs/" + job));
    }

    static UUID orderId(HttpResponse<String> response) {
        return UUID.fromString(json(response).get("orderId").asString());
    }

    String status(UUID order) {
        return json(get("/v1/orders/" + order)).get("status").asString();
    }

    HttpResponse<String> cancel(UUID order) {
        return post("/v1/orders/" + order + "/cancel", UUID.randomUUID().toString(), "");
    }

    HttpResponse<String> refund(UUID order) {
        return post("/v1/orders/" + order + "/refund", UUID.randomUUID().toString(), "{\"restock\": true}");
    }

    HttpResponse<String> resendReceipt(UUID order) {
        return post("/v1/orders/" + order + "/resend-receipt", UUID.randomUUID().toString(), "");
    }

    HttpResponse<String> cancelJob(UUID job) {
        return post("/v1/jobs/" + job + "/cancel", UUID.randomUUID().toString(), "");
    }

    /** Listens to the events of the jobs that a filter lets through. */
    JobEventListener listen(String filter) throws IOException, InterruptedException {
        return JobEventListener.open(to("/v1/jobs/events?" + filter));
    }

    /** Sends what somebody else has made up. */
    HttpResponse<String> send(HostileRequests.Request request) {
        HttpRequest.Builder sent = to(request.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (request.method().equals("patch")) {
            get(request.path()).headers().firstValue("ETag").ifPresent(version -> sent.header("If-Match", version));
        }
        request.headers().forEach(sent::setHeader);
        return send(sent.method(request.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString(request.body()))
                .build());
    }

    private HttpResponse<String> post(String path, String key, String body) {
        return send(to(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    /** Whatever the API answers has to be as its description says. */
    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (request.uri().getRawPath().startsWith("/v1/")) {
                DESCRIPTION.check(
                        request.method(),
                        request.uri().getRawPath(),
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
