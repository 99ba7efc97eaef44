package dev.sluice.adapters.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each route of the API with a request that would succeed, and the status that each caller is to get. */
final class RouteMatrix {

    /** Who calls. */
    enum Caller {
        /** Without a credential. */
        ANONYMOUS,
        /** With a key that nobody has made. */
        FORGED,
        /** The seller whose things are asked for, with all that a seller may have. */
        SELLER,
        /** The same seller without the scope that the route takes. */
        SELLER_WITHOUT_SCOPE,
        /** Another seller, with all that a seller may have. */
        STRANGER,
        /** Those who run the installation. */
        OPERATIONS
    }

    /**
     * @param name method and path pattern
     * @param body where {@code $creator} and others stand for what the fixture has made, or null for none
     * @param scope what the route takes, or null if it is public
     */
    record Route(
            String name, @Nullable String body, @Nullable String scope, Map<Caller, Integer> expected) {

        String method() {
            String method = name.substring(0, name.indexOf(' '));
            return method.equals("ANY") ? "GET" : method;
        }

        String path() {
            return name.substring(name.indexOf(' ') + 1);
        }
    }

    private static final String CREATOR = """
            {"name": "Ada", "bio": "", "currency": "EUR", "seller": {"legalName": "Ada Ltd", "vatId": "IE1234567T",
             "address": {"street": "1 Quay", "postalCode": "D01", "city": "Dublin", "country": "IE"}}}
            """;
    private static final String PRODUCT = """
            {"title": "Poster", "description": "Good", "price": {"amountMinor": 100, "currency": "EUR"}}
            """;
    private static final String ORDER = """
            {"creatorId": "$creator", "buyer": {"name": "Robin", "email": "robin@example.com", "country": "DE"},
             "lines": [{"productId": "$product", "quantity": 1}]}
            """;
    private static final String BUYER = "{\"email\": \"kim@example.com\", \"creatorId\": \"$creator\"}";
    private static final String LATER = "{\"dueAt\": \"2030-01-01T00:00:00Z\"}";
    private static final String WEBHOOK =
            "{\"creatorId\": \"$creator\", \"url\": \"https://hooks.example.com/\", \"events\": [\"order.completed\"]}";
    private static final String PAUSED = "{\"paused\": false}";

    static final List<Route> ROUTES = List.of(
            open("ANY /error", 404),
            open("GET /v1/creators", 200),
            open("GET /v1/creators/{creator}", 200),
            open("GET /v1/creators/{creator}/products", 200),
            open("GET /v1/creators/{creator}/portfolio", 200),
            open("GET /v1/products/{product}", 200),
            open("GET /v1/channels/{channel}/statistics", 200),
            operations("POST /v1/creators", CREATOR, 201),
            owned("PATCH /v1/creators/{creator}", "{\"name\": \"Ada the Second\"}", "catalogue", 200, 404),
            owned("POST /v1/creators/{creator}/products", PRODUCT, "catalogue", 201, 404),
            owned("PATCH /v1/products/{product}", "{\"title\": \"Print\"}", "catalogue", 200, 404),
            owned("POST /v1/orders", ORDER, "orders", 201, 422),
            owned("GET /v1/orders", null, "orders", 200, 200),
            owned("GET /v1/orders/{order}", null, "orders", 200, 404),
            owned("GET /v1/orders/{order}/invoice", null, "orders", 409, 404),
            owned("POST /v1/orders/{order}/invoice/link", null, "orders", 409, 404),
            open("GET /v1/orders/{order}/invoice/download", 404),
            owned("POST /v1/orders/{order}/cancel", null, "orders", 200, 404),
            owned("POST /v1/orders/{order}/refund", "{\"restock\": true}", "orders", 409, 404),
            owned("GET /v1/orders/{order}/credit-note", null, "orders", 409, 404),
            owned("GET /v1/orders/{order}/timeline", null, "orders", 200, 404),
            owned("POST /v1/orders/{order}/resend-receipt", null, "orders", 409, 404),
            owned("POST /v1/buyers/export", BUYER, "orders", 200, 422),
            owned("POST /v1/buyers/erase", BUYER, "orders", 204, 422),
            owned("POST /v1/channels/{channel}/sync", null, "channel", 202, 404),
            owned("GET /v1/jobs", null, "jobs", 200, 200),
            owned("GET /v1/jobs/{job}", null, "jobs", 200, 404),
            owned("GET /v1/jobs/{job}/log", null, "jobs", 200, 404),
            owned("POST /v1/jobs/{job}/retry", null, "jobs", 409, 404),
            owned("POST /v1/jobs/{job}/reschedule", LATER, "jobs", 200, 404),
            owned("POST /v1/jobs/{job}/promote", null, "jobs", 200, 404),
            owned("POST /v1/jobs/{job}/cancel", null, "jobs", 200, 404),
            owned("POST /v1/webhooks", WEBHOOK, "webhooks", 201, 422),
            owned("GET /v1/webhooks", null, "webhooks", 200, 200),
            owned("GET /v1/webhooks/{endpoint}", null, "webhooks", 200, 404),
            owned("PATCH /v1/webhooks/{endpoint}", "{\"enabled\": false}", "webhooks", 200, 404),
            owned("POST /v1/webhooks/{endpoint}/rotate-secret", "{}", "webhooks", 200, 404),
            owned("DELETE /v1/webhooks/{endpoint}", null, "webhooks", 204, 404),
            owned("GET /v1/webhooks/{endpoint}/deliveries", null, "webhooks", 200, 404),
            owned("GET /v1/webhooks/{endpoint}/deliveries/{delivery}", null, "webhooks", 200, 404),
            owned("POST /v1/webhooks/{endpoint}/deliveries/{delivery}/redeliver", null, "webhooks", 202, 404),
            operations("GET /v1/jobs/counts", null, 200),
            operations(
                    "POST /v1/jobs/bulk",
                    "{\"act\": \"RETRY\", \"filter\": {\"queue\": \"orders\"}, \"dryRun\": true}",
                    200),
            operations("GET /v1/jobs/events", null, 200),
            operations("GET /v1/queues/{queue}/paused", null, 200),
            operations("PUT /v1/queues/{queue}/paused", PAUSED, 200),
            operations("GET /v1/job-types/{type}/paused", null, 200),
            operations("PUT /v1/job-types/{type}/paused", PAUSED, 200),
            operations("GET /v1/cache/regions", null, 200),
            operations("DELETE /v1/cache/{what}", null, 204),
            operations("GET /v1/api-keys", null, 200),
            operations("GET /v1/api-keys/{key}", null, 200),
            operations("POST /v1/api-keys", "{\"label\": \"Import\", \"scopes\": [\"operations\"]}", 201),
            operations("POST /v1/api-keys/{key}/rotate", "{}", 201),
            operations("DELETE /v1/api-keys/{key}", null, 204));

    private RouteMatrix() {}

    /** A route for everybody but those who bring a bad credential. */
    private static Route open(String name, int success) {
        return new Route(name, null, null, statuses(success, 401, success, success, success, success));
    }

    /** A route for the owner of what it is about. */
    private static Route owned(String name, @Nullable String body, String scope, int success, int stranger) {
        return new Route(name, body, scope, statuses(401, 401, success, 403, stranger, success));
    }

    private static Route operations(String name, @Nullable String body, int success) {
        return new Route(name, body, "operations", statuses(401, 401, 403, 403, 403, success));
    }

    private static Map<Caller, Integer> statuses(int... inOrder) {
        Map<Caller, Integer> statuses = new EnumMap<>(Caller.class);
        Caller[] callers = Caller.values();
        for (int index = 0; index < callers.length; index++) {
            statuses.put(callers[index], inOrder[index]);
        }
        return statuses;
    }
}
