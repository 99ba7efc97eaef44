package dev.sluice.adapters.web;

import dev.sluice.adapters.web.RouteMatrix.Caller;
import dev.sluice.adapters.web.RouteMatrix.Route;
import dev.sluice.application.access.IssueApiKey;
import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookEndpoint;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Calls the routes of the matrix, each time about things that were made for the call. */
final class RouteFixture {

    private final InMemoryRepositories shop;
    private final IssueApiKey issuing;

    RouteFixture(ApplicationContext context) {
        shop = context.getBean(InMemoryRepositories.class);
        issuing = context.getBean(IssueApiKey.class);
    }

    Answer call(ApiClient operations, Route route, Caller caller) {
        Creator creator = creator();
        Map<String, String> things = things(operations, creator);
        String method = route.name().equals("GET /v1/jobs/events") ? "HEAD" : route.method();
        String body = route.body();
        return operations
                .with(key(caller, creator.id(), route.scope()))
                .send(
                        method,
                        filled(route.path(), "{", "}", things),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body, "$", "", things)),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        "\"v1\"");
    }

    private Map<String, String> things(ApiClient operations, Creator creator) {
        Map<String, String> things = new HashMap<>();
        Product product = SampleShop.product(creator.id());
        shop.products().add(product);
        ChannelId channel = new ChannelId(UUID.randomUUID());
        shop.channels().add(new Channel(channel, creator.id(), new YouTubeChannelId(youTubeId())));
        things.put("creator", creator.id().value().toString());
        things.put("product", product.id().value().toString());
        things.put("channel", channel.value().toString());
        things.put("order", placed(operations, things));
        things.put(
                "job", operations.get("/v1/jobs?group=" + things.get("creator")).text("/items/0/jobId"));
        things.put(
                "key",
                operations
                        .post("/v1/api-keys", "{\"label\": \"Import\", \"scopes\": [\"operations\"]}")
                        .text("/keyId"));
        WebhookDelivery told = told(creator);
        things.put("endpoint", told.endpoint().value().toString());
        things.put("delivery", told.id().value().toString());
        things.put("queue", "orders");
        things.put("type", "process-sync");
        things.put("what", "region:portfolios");
        return things;
    }

    /** A delivery that has failed, which may be repeated. */
    private WebhookDelivery told(Creator creator) {
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(creator.id());
        WebhookDelivery delivery = SampleWebhooks.delivery(endpoint);
        shop.webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);
        shop.webhookDeliveries().addAll(List.of(delivery));
        shop.webhookDeliveries().giveUp(List.of(delivery.id()));
        return delivery;
    }

    private static String placed(ApiClient operations, Map<String, String> things) {
        Route placing = RouteMatrix.ROUTES.stream()
                .filter(route -> route.name().equals("POST /v1/orders"))
                .findAny()
                .orElseThrow();
        return operations
                .post(
                        "/v1/orders",
                        filled(String.valueOf(placing.body()), "$", "", things),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/orderId");
    }

    private Creator creator() {
        Creator creator = SampleShop.creator();
        shop.creators().add(creator);
        return creator;
    }

    private @Nullable String key(Caller caller, CreatorId creator, @Nullable String scope) {
        Set<Scope> sellers = EnumSet.complementOf(EnumSet.of(Scope.OPERATIONS));
        return switch (caller) {
            case ANONYMOUS -> null;
            case FORGED -> SampleKeys.token().text();
            case SELLER -> issued(new Owner.Seller(creator), sellers);
            case SELLER_WITHOUT_SCOPE -> issued(new Owner.Seller(creator), without(sellers, scope));
            case STRANGER -> issued(new Owner.Seller(creator().id()), sellers);
            case OPERATIONS -> issued(Owner.operations(), EnumSet.allOf(Scope.class));
        };
    }

    private static Set<Scope> without(Set<Scope> scopes, @Nullable String scope) {
        Set<Scope> left = EnumSet.copyOf(scopes);
        left.removeIf(each -> each.text().equals(scope));
        return left;
    }

    private String issued(Owner owner, Set<Scope> scopes) {
        return issuing.issue("Matrix", new dev.sluice.domain.access.Caller(owner, scopes), null)
                .orElseThrow()
                .token()
                .text();
    }

    private static String youTubeId() {
        return "UC" + UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    }

    private static String filled(String text, String before, String after, Map<String, String> things) {
        String filled = text;
        for (Map.Entry<String, String> thing : things.entrySet()) {
            filled = filled.replace(before + thing.getKey() + after, thing.getValue());
        }
        return filled;
    }
}
