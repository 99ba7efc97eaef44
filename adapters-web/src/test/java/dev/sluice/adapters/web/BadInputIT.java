package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.SampleOrders;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookEndpoint;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that may be wrong with a body, over every route that takes one. */
@ApiTest
class BadInputIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> DECIDED_BY_THE_SERVER = List.of(
            "id",
            "orderId",
            "keyId",
            "owner",
            "ownerId",
            "principal",
            "status",
            "state",
            "version",
            "createdAt",
            "unitPrice",
            "total",
            "tax",
            "invoiceNumber",
            "units",
            "attempts",
            "key",
            "secret",
            "revokedAt",
            "__proto__",
            "@class");

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator creator = SampleShop.creator();
    private final Product product = SampleShop.product(creator.id());
    private final Order order = SampleOrders.placed(product);
    private final WebhookEndpoint endpoint = SampleWebhooks.endpoint(creator.id());
    private final ApiKey key = SampleKeys.key(Owner.operations(), Scope.OPERATIONS);

    BadInputIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    /** A route that takes a body, and a body that it would take. */
    enum Route {
        ORDER("""
                {"creatorId":"CREATOR","buyer":{"name":"Ada","email":"ada@example.org","country":"DE"},\
                "lines":[{"productId":"PRODUCT","quantity":1}]}"""),
        REFUND("""
                {"reason":"Bent","restock":true}"""),
        EXPORT("""
                {"email":"nobody@example.org","creatorId":"CREATOR","limit":10}"""),
        ERASURE("""
                {"email":"nobody@example.org","creatorId":"CREATOR"}"""),
        CREATOR("""
                {"name":"Nordlicht","bio":"Presets","currency":"EUR","seller":{"legalName":"Nordlicht GmbH",\
                "address":{"street":"Hafen 7","postalCode":"20457","city":"Hamburg","country":"DE"},"vatId":"DE1"}}"""),
        PRODUCT("""
                {"title":"Pack","description":"Twelve","price":{"amountMinor":1999,"currency":"EUR"},\
                "stock":5,"onSale":true}"""),
        CREATOR_PATCH("""
                {"name":"Nordlicht","bio":"Presets","seller":{"legalName":"Nordlicht GmbH",\
                "address":{"street":"Hafen 7","postalCode":"20457","city":"Hamburg","country":"DE"},"vatId":"DE1"}}"""),
        PRODUCT_PATCH("""
                {"title":"Pack","description":"Twelve","price":{"amountMinor":1999,"currency":"EUR"},\
                "stock":5,"onSale":true}"""),
        BULK("""
                {"act":"CANCEL","filter":{"type":"no-such-type"},"dryRun":false}"""),
        KEY("""
                {"label":"Shop window","creatorId":"CREATOR","scopes":["orders"],"expiresAt":"SOON"}"""),
        RESCHEDULING("""
                {"dueAt":"SOON"}"""),
        WEBHOOK("""
                {"creatorId":"CREATOR","url":"https://hooks.example.com/","events":["order.completed"]}"""),
        WEBHOOK_PATCH("""
                {"url":"https://hooks.example.com/","events":["order.completed"],"enabled":true}"""),
        SECRET_ROTATION("""
                {"graceSeconds":60}"""),
        ROTATION("""
                {"graceSeconds":60}"""),
        PAUSE("""
                {"paused":true}""");

        private final String valid;

        Route(String valid) {
            this.valid = valid;
        }
    }

    /** One way to spoil a valid body, and what the answer then points at. */
    record Spoiled(Route route, String what, String body, int status, String pointer) {

        @Override
        public String toString() {
            return route + ": " + what;
        }
    }

    static Stream<Spoiled> spoiled() {
        return Stream.of(
                        Stream.of(Route.values()).flatMap(BadInputIT::malformed),
                        orders(),
                        creators(),
                        products(),
                        keys(),
                        times(),
                        webhooks(),
                        refunds(),
                        Stream.of(Route.values()).flatMap(BadInputIT::presumptuous))
                .flatMap(UnaryOperator.identity());
    }

    private static Stream<Spoiled> malformed(Route route) {
        return Stream.of(
                invalid(route, "nothing", "", ""),
                invalid(route, "null", "null", ""),
                invalid(route, "an array", "[]", ""),
                invalid(route, "a string", "\"{}\"", ""),
                invalid(route, "a number", "1e999999999", ""),
                invalid(route, "cut off", route.valid.substring(0, route.valid.length() - 1), ""),
                invalid(route, "no JSON", "{'creatorId':1}", ""),
                invalid(route, "a comment", "/* */" + route.valid, ""),
                invalid(route, "two documents", route.valid + "{}", ""),
                invalid(route, "a broken escape", "{\"\\q\":1}", ""),
                invalid(route, "deep nesting", "[".repeat(20_000), ""),
                invalid(route, "an unknown field", with(route, "\"status\":\"COMPLETED\","), "/status"),
                invalid(
                        route,
                        "a deep unknown field",
                        with(route, "\"a\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + ","),
                        "/a"),
                invalid(route, "an odd name", with(route, "\"a/b~\\u0000\":1,"), "/a~1b~0\uFFFD"),
                invalid(route, "a name with half a pair", with(route, "\"\\ud800\":1,"), ""),
                invalid(route, "a name that repeats", route.valid.replaceFirst("\\{(\"\\w+\":)", "{$1null,$1"), ""));
    }

    /** What the server alone decides, put into each object of a body. */
    private static Stream<Spoiled> presumptuous(Route route) {
        return objects(JSON.readTree(route.valid), "")
                .flatMap(object -> DECIDED_BY_THE_SERVER.stream().map(field -> {
                    ObjectNode body = (ObjectNode) JSON.readTree(route.valid);
                    ((ObjectNode) body.at(object)).put(field, "1");
                    String pointer = object + "/" + field;
                    return invalid(route, "a presumptuous " + pointer, body.toString(), pointer);
                }));
    }

    private static Stream<String> objects(JsonNode node, String pointer) {
        Stream<String> inner = node.isArray()
                ? IntStream.range(0, node.size())
                        .boxed()
                        .flatMap(index -> objects(node.get(index), pointer + "/" + index))
                : node.propertyStream().flatMap(field -> objects(field.getValue(), pointer + "/" + field.getKey()));
        return node.isObject() ? Stream.concat(Stream.of(pointer), inner) : inner;
    }

    private static Stream<Spoiled> orders() {
        return Stream.of(
                order("an unknown field deep inside", "\"quantity\":1", "\"quantity\":1,\"price\":1", "/lines/0/price"),
                order("a pseudonym", "ada@example.org", "x@erased.invalid", "/buyer/email"),
                order("an unknown field of the buyer", "\"name\"", "\"vip\":true,\"name\"", "/buyer/vip"),
                order("a missing creator", "\"creatorId\":\"CREATOR\",", "", "/creatorId"),
                order("a creator that is null", "\"CREATOR\"", "null", "/creatorId"),
                order("a creator that is no UUID", "CREATOR", "1-1-1-1-1", "/creatorId"),
                order("a creator that is a number", "\"CREATOR\"", "7", "/creatorId"),
                order("a creator that is an object", "\"CREATOR\"", "{}", "/creatorId"),
                order("a product that is no UUID", "PRODUCT", "PRODUCT'--", "/lines/0/productId"),
                order("a product that is null", "\"PRODUCT\"", "null", "/lines/0/productId"),
                order("no lines", "[{\"productId\":\"PRODUCT\",\"quantity\":1}]", "[]", "/lines"),
                order("lines that are null", "[{\"productId\":\"PRODUCT\",\"quantity\":1}]", "null", "/lines"),
                order("lines that are an object", "[{\"productId\":\"PRODUCT\",\"quantity\":1}]", "{}", "/lines"),
                order("a line that is null", "{\"productId\":\"PRODUCT\",\"quantity\":1}", "null", "/lines/0"),
                order("a line that is a string", "{\"productId\":\"PRODUCT\",\"quantity\":1}", "\"x\"", "/lines/0"),
                order(
                        "51 lines",
                        "[{\"productId\":\"PRODUCT\",\"quantity\":1}",
                        "[" + "{\"productId\":\"PRODUCT\",\"quantity\":1},".repeat(50)
                                + "{\"productId\":\"PRODUCT\",\"quantity\":1}",
                        "/lines"),
                order(
                        "a second line that is wrong",
                        "\"quantity\":1}",
                        "\"quantity\":1},{\"productId\":\"PRODUCT\",\"quantity\":0}",
                        "/lines/1/quantity"),
                quantity("0"),
                quantity("-1"),
                quantity("1001"),
                quantity("1.5"),
                quantity("1.0"),
                quantity("1e2"),
                quantity("\"3\""),
                quantity("\"\""),
                quantity("true"),
                quantity("null"),
                quantity("[1]"),
                quantity("2147483648"),
                quantity("9".repeat(300)),
                name(""),
                name("   "),
                name("a\\u0000b"),
                name("a\\nb"),
                name("a\\u0085b"),
                name("Ada\\r\\nBcc: eve@example.org"),
                name("Ada\\rX-Mailer: eve"),
                name("\\ud800"),
                name("\\udc00\\ud800"),
                name("x".repeat(201)),
                order("a name that is a number", "\"Ada\"", "1", "/buyer/name"),
                order("a name that is true", "\"Ada\"", "true", "/buyer/name"),
                order("an e-mail address without host", "ada@example.org", "ada@", "/buyer/email"),
                order(
                        "an e-mail address with a line break",
                        "ada@example.org",
                        "ada@example.org\\r\\nBcc: b@c.de",
                        "/buyer/email"),
                order("an e-mail address in a name", "ada@example.org", "Eve <eve@example.org>", "/buyer/email"),
                order("two e-mail addresses", "ada@example.org", "ada@example.org,eve@example.org", "/buyer/email"),
                order("an e-mail address of 300 characters", "ada@", "a".repeat(300) + "@", "/buyer/email"),
                order("a country that is none", "\"DE\"", "\"XX\"", "/buyer/country"),
                order("a country in small letters", "\"DE\"", "\"de\"", "/buyer/country"),
                order("a country that is a number", "\"DE\"", "49", "/buyer/country"),
                order("a language that is not spoken", "\"DE\"", "\"DE\",\"language\":\"it\"", "/buyer/language"),
                order("a language with a subtag", "\"DE\"", "\"DE\",\"language\":\"de-AT\"", "/buyer/language"),
                order("a language that is a number", "\"DE\"", "\"DE\",\"language\":1", "/buyer/language"),
                order("no buyer", "\"buyer\":", "\"buyer\":null,\"x\":", "/x"),
                new Spoiled(
                        Route.ORDER,
                        "an unknown creator",
                        Route.ORDER.valid.replace("CREATOR", UUID.randomUUID().toString()),
                        422,
                        "/creatorId"),
                new Spoiled(
                        Route.ORDER,
                        "an unknown product",
                        Route.ORDER.valid.replace("PRODUCT", UUID.randomUUID().toString()),
                        422,
                        "/lines/0/productId"));
    }

    private static Stream<Spoiled> creators() {
        return Stream.of(Route.CREATOR, Route.CREATOR_PATCH)
                .flatMap(route -> Stream.of(
                        spoil(route, "a name that is null", "\"Nordlicht\"", "null", "/name"),
                        spoil(route, "a name that is empty", "\"Nordlicht\"", "\"\"", "/name"),
                        spoil(route, "a name with NUL", "\"Nordlicht\"", "\"N\\u0000\"", "/name"),
                        spoil(route, "a long name", "\"Nordlicht\"", "\"" + "n".repeat(201) + "\"", "/name"),
                        spoil(route, "a bio with NUL", "\"Presets\"", "\"\\u0000\"", "/bio"),
                        spoil(route, "a bio with half a pair", "\"Presets\"", "\"\\ud83d\"", "/bio"),
                        spoil(route, "a long bio", "\"Presets\"", "\"" + "n".repeat(2001) + "\"", "/bio"),
                        spoil(route, "a bio that is a list", "\"Presets\"", "[]", "/bio"),
                        spoil(
                                route,
                                "an unknown field of the seller",
                                "\"legalName\"",
                                "\"iban\":1,\"legalName\"",
                                "/seller/iban"),
                        spoil(route, "an address without street", "\"Hafen 7\"", "null", "/seller/address/street"),
                        spoil(route, "a country that is none", "\"DE\"", "\"ZZ\"", "/seller/address/country"),
                        spoil(
                                route,
                                "a format of invoices that is none",
                                "\"vatId\"",
                                "\"invoiceFormat\":\"XML\",\"vatId\"",
                                "/seller/invoiceFormat"),
                        spoil(route, "a VAT id that is long", "\"DE1\"", "\"" + "1".repeat(21) + "\"", "/seller/vatId"),
                        spoil(
                                route,
                                "a currency that is none",
                                "\"bio\"",
                                "\"currency\":\"XYZ\",\"bio\"",
                                route == Route.CREATOR ? "" : "/currency"),
                        spoil(route, "an id", "\"bio\"", "\"creatorId\":null,\"bio\"", "/creatorId"),
                        spoil(route, "a version", "\"bio\"", "\"version\":7,\"bio\"", "/version")));
    }

    private static Stream<Spoiled> products() {
        return Stream.of(Route.PRODUCT, Route.PRODUCT_PATCH)
                .flatMap(route -> Stream.of(
                        spoil(route, "a title that is null", "\"Pack\"", "null", "/title"),
                        spoil(route, "a title that is blank", "\"Pack\"", "\" \"", "/title"),
                        spoil(route, "a title with a line break", "\"Pack\"", "\"a\\nb\"", "/title"),
                        spoil(
                                route,
                                "a long description",
                                "\"Twelve\"",
                                "\"" + "d".repeat(5001) + "\"",
                                "/description"),
                        spoil(route, "no price", "{\"amountMinor\":1999,\"currency\":\"EUR\"}", "null", "/price"),
                        spoil(
                                route,
                                "a price that is a number",
                                "{\"amountMinor\":1999,\"currency\":\"EUR\"}",
                                "19.99",
                                "/price"),
                        spoil(route, "a negative price", "1999", "-1", "/price/amountMinor"),
                        spoil(route, "a price with a fraction", "1999", "19.99", "/price/amountMinor"),
                        spoil(route, "a price as text", "1999", "\"1999\"", "/price/amountMinor"),
                        spoil(route, "an absurd price", "1999", "100000000000", "/price/amountMinor"),
                        spoil(route, "a price that overflows", "1999", "9223372036854775808", "/price/amountMinor"),
                        spoil(route, "a price with an exponent", "1999", "1e999999999", "/price/amountMinor"),
                        spoil(route, "a currency that is none", "\"EUR\"", "\"EURO\"", "/price/currency"),
                        spoil(route, "gold as currency", "\"EUR\"", "\"XAU\"", "/price/currency"),
                        spoil(route, "a currency that is null", "\"EUR\"", "null", "/price/currency"),
                        spoil(route, "a negative stock", ":5", ":-1", "/stock"),
                        spoil(route, "an absurd stock", ":5", ":1000001", "/stock"),
                        spoil(route, "a stock with a fraction", ":5", ":0.5", "/stock"),
                        spoil(route, "a stock as text", ":5", ":\"5\"", "/stock"),
                        spoil(route, "on sale as text", "true", "\"true\"", "/onSale"),
                        spoil(route, "on sale as number", "true", "1", "/onSale"),
                        spoil(route, "an id", "\"stock\"", "\"productId\":null,\"stock\"", "/productId"),
                        new Spoiled(
                                route, "another currency", route.valid.replace("EUR", "USD"), 422, "/price/currency")));
    }

    private static Stream<Spoiled> keys() {
        return Stream.of(
                spoil(Route.KEY, "no label", "\"Shop window\"", "null", "/label"),
                spoil(Route.KEY, "no creator", "\"CREATOR\"", "null", "/creatorId"),
                spoil(Route.KEY, "a scope that is none", "orders", "everything", "/scopes/0"),
                spoil(Route.KEY, "a creator's operations", "orders", "operations", "/scopes/0"),
                spoil(Route.KEY, "an expiry in the past", "SOON", "2020-01-01T00:00:00Z", "/expiresAt"),
                spoil(Route.KEY, "an expiry beyond all use", "SOON", "+300000-01-01T00:00:00Z", "/expiresAt"));
    }

    private static Stream<Spoiled> webhooks() {
        Stream<Spoiled> made = Stream.of(
                spoil(Route.WEBHOOK, "no creator", "\"CREATOR\"", "null", "/creatorId"),
                spoil(Route.WEBHOOK, "a creator that is no UUID", "CREATOR", "1", "/creatorId"),
                spoil(Route.WEBHOOK_PATCH, "on as text", "true", "\"true\"", "/enabled"),
                spoil(Route.WEBHOOK_PATCH, "neither on nor off", "true", "null", "/enabled"),
                spoil(Route.SECRET_ROTATION, "a grace before now", "60", "-1", "/graceSeconds"),
                spoil(Route.SECRET_ROTATION, "a grace without end", "60", "2592001", "/graceSeconds"));
        return Stream.concat(
                made,
                Stream.of(Route.WEBHOOK, Route.WEBHOOK_PATCH)
                        .flatMap(route -> Stream.of(
                                spoil(route, "no URL", "\"https://hooks.example.com/\"", "null", "/url"),
                                spoil(route, "a URL that is a number", "\"https://hooks.example.com/\"", "1", "/url"),
                                spoil(route, "a private URL", "hooks.example.com", "10.0.0.1", "/url"),
                                spoil(route, "a URL with a space", "example.com/", "example.com/ ", "/url"),
                                spoil(
                                        route,
                                        "a URL in letters of others",
                                        "example.com/",
                                        "example.com/\u00e4",
                                        "/url"),
                                spoil(route, "a URL with a line break", "example.com/", "example.com/\\r\\n", "/url"),
                                spoil(route, "a long URL", "com/", "com/" + "a".repeat(2000), "/url"),
                                spoil(route, "no events", "[\"order.completed\"]", "[]", "/events"),
                                spoil(route, "an event that is none", "order.completed", "order.done", "/events/0"),
                                spoil(route, "an event that is null", "\"order.completed\"", "null", "/events/0"))));
    }

    private static Stream<Spoiled> refunds() {
        return Stream.of(
                spoil(Route.REFUND, "neither restocked nor not", "true", "null", "/restock"),
                spoil(Route.REFUND, "restocked as text", "true", "\"true\"", "/restock"),
                spoil(Route.REFUND, "a blank reason", "Bent", " ", "/reason"),
                spoil(Route.REFUND, "a reason with a line break", "Bent", "Be\\r\\nnt", "/reason"),
                spoil(Route.REFUND, "a long reason", "Bent", "B".repeat(201), "/reason"),
                spoil(Route.REFUND, "a reason that is a number", "\"Bent\"", "1", "/reason"));
    }

    private static Stream<Spoiled> times() {
        String spoiledBulk = "{\"act\":\"RESCHEDULE\",\"dueAt\":\"+300000-01-01T00:00:00Z\",";
        return Stream.of(
                spoil(Route.RESCHEDULING, "no time", "\"SOON\"", "null", "/dueAt"),
                spoil(Route.RESCHEDULING, "a time that never comes", "SOON", "+300000-01-01T00:00:00Z", "/dueAt"),
                spoil(Route.RESCHEDULING, "a time before all others", "SOON", "-300000-01-01T00:00:00Z", "/dueAt"),
                spoil(Route.BULK, "a time that never comes", "{\"act\":\"CANCEL\",", spoiledBulk, "/dueAt"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void aSpoiledBodyIsRefusedWithItsFieldNamedAndNothingIsWritten(Spoiled spoiled) {
        String before = everything();

        Answer answer = send(spoiled.route(), spoiled.body());

        answer.isProblem(spoiled.status(), answer.text("/type").substring("/problems/".length()));
        assertThat(answer.texts("/errors", "pointer")).containsExactly(spoiled.pointer());
        assertThat(answer.texts("/errors", "code")).doesNotContain("");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void theUnspoiledBodyIsTaken(Route route) {
        assertThat(send(route, route.valid).status()).isBetween(200, 204);
    }

    @BeforeEach
    void openTheShop() {
        shop.transactions().run(() -> {
            shop.creators().add(creator);
            shop.products().add(product);
            shop.apiKeys().add(key);
            shop.webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);
            shop.orders().add(order);
        });
        SampleSales.complete(shop, new Sale(creator, order));
    }

    private String everything() {
        PageRequest page = PageRequest.first(100);
        return shop.creators().list(page).items().toString()
                + shop.products().list(creator.id(), page).items()
                + shop.orders().list(OrderFilter.of(Owner.operations()), page).items()
                + shop.apiKeys().list(page).items()
                + shop.webhookEndpoints()
                        .list(new Owner.Seller(creator.id()), page)
                        .items();
    }

    private Answer send(Route route, String template) {
        String creatorId = creator.id().value().toString();
        String productId = product.id().value().toString();
        String body = template.replace("CREATOR", creatorId)
                .replace("PRODUCT", productId)
                .replace("SOON", Instant.now().plusSeconds(600).toString());
        return switch (route) {
            case ORDER ->
                api.post(
                        "/v1/orders", body, "Idempotency-Key", UUID.randomUUID().toString());
            case REFUND -> api.post("/v1/orders/" + order.id().value() + "/refund", body);
            case EXPORT -> api.post("/v1/buyers/export", body);
            case ERASURE -> api.post("/v1/buyers/erase", body);
            case CREATOR -> api.post("/v1/creators", body);
            case PRODUCT -> api.post("/v1/creators/" + creatorId + "/products", body);
            case CREATOR_PATCH -> api.patch("/v1/creators/" + creatorId, body, "If-Match", "\"v1\"");
            case KEY -> api.post("/v1/api-keys", body);
            case RESCHEDULING -> api.post(rescheduling(), body);
            case BULK -> api.post("/v1/jobs/bulk", body);
            case ROTATION -> api.post("/v1/api-keys/" + key.id().value() + "/rotate", body);
            case WEBHOOK -> api.post("/v1/webhooks", body);
            case WEBHOOK_PATCH -> api.patch("/v1/webhooks/" + endpoint.id().value(), body, "If-Match", "\"v1\"");
            case SECRET_ROTATION -> api.post("/v1/webhooks/" + endpoint.id().value() + "/rotate-secret", body);
            case PAUSE ->
                api.send(
                        "PUT",
                        "/v1/queues/no-such-queue/paused",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
            case PRODUCT_PATCH -> api.patch("/v1/products/" + productId, body, "If-Match", "\"v1\"");
        };
    }

    /** Where a job that has not begun is rescheduled. */
    private String rescheduling() {
        ChannelId channel = new ChannelId(UUID.randomUUID());
        YouTubeChannelId youTube = new YouTubeChannelId(
                "UC" + channel.value().toString().replace("-", "").substring(0, 22));
        shop.channels().add(new Channel(channel, creator.id(), youTube));
        return api.send("POST", "/v1/channels/" + channel.value() + "/sync", BodyPublishers.noBody())
                        .header("Location")
                + "/reschedule";
    }

    private static String with(Route route, String field) {
        return "{" + field + route.valid.substring(1);
    }

    private static Spoiled quantity(String value) {
        return order("the quantity " + value, "\"quantity\":1", "\"quantity\":" + value, "/lines/0/quantity");
    }

    private static Spoiled name(String value) {
        return order("the name " + value, "Ada", value, "/buyer/name");
    }

    private static Spoiled order(String what, String part, String instead, String pointer) {
        return spoil(Route.ORDER, what, part, instead, pointer);
    }

    private static Spoiled spoil(Route route, String what, String part, String instead, String pointer) {
        return invalid(route, what, route.valid.replace(part, instead), pointer);
    }

    private static Spoiled invalid(Route route, String what, String body, String pointer) {
        return new Spoiled(route, what, body, 400, pointer);
    }
}
