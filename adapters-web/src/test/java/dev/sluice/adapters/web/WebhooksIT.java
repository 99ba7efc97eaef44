package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookFault;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class WebhooksIT {

    private static final String WEBHOOKS = "/v1/webhooks";

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator creator = SampleShop.creator();
    private final ApiClient seller;

    WebhooksIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
        shop.creators().add(creator);
        ApiKeyToken token = SampleKeys.token();
        shop.apiKeys().add(SampleKeys.key(token, new Owner.Seller(creator.id()), null, Scope.WEBHOOKS));
        seller = api.with(token.text());
    }

    @Test
    void aNewWebhookShowsItsSecretOnce() {
        Answer made = seller.post(WEBHOOKS, webhook("https://hooks.example.com/a"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.header("ETag")).isEqualTo("\"v1\"");
        Answer read = seller.get(made.header("Location"));
        assertThat(read.json().has("secret")).isFalse();
        assertThat(read.text("/url")).isEqualTo("https://hooks.example.com/a");
        assertThat(read.json().at("/events").values())
                .extracting(event -> event.asString())
                .containsExactly("order.completed", "order.failed");
        assertThat(seller.get(WEBHOOKS).body())
                .contains(made.text("/endpointId"))
                .doesNotContain(made.text("/secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hooks.example.com/", "https://127.0.0.1/", "https://localhost/", "nonsense"})
    void aWebhookOutsideThePublicNetworkIsRefused(String url) {
        Answer refused = seller.post(WEBHOOKS, webhook(url));

        refused.isProblem(400, "invalid-request");
        assertThat(refused.texts("/errors", "pointer")).containsExactly("/url");
        assertThat(seller.get(WEBHOOKS).json().at("/items")).isEmpty();
    }

    @Test
    void aWebhookDoesNotMoveThereLaterEither() {
        Answer made = seller.post(WEBHOOKS, webhook("https://hooks.example.com/a"));

        Answer moved = seller.patch(made.header("Location"), "{\"url\": \"https://10.0.0.1/\"}", "If-Match", "\"v1\"");

        moved.isProblem(400, "invalid-request");
        assertThat(seller.get(made.header("Location")).text("/url")).isEqualTo("https://hooks.example.com/a");
    }

    @Test
    void aChangeNamesTheVersionThatWasRead() {
        String location =
                seller.post(WEBHOOKS, webhook("https://hooks.example.com/a")).header("Location");

        seller.patch(location, "{\"enabled\": false}").isProblem(428, "precondition-required");
        seller.patch(location, "{\"enabled\": false}", "If-Match", "\"v7\"").isProblem(412, "stale");
        Answer changed =
                seller.patch(location, "{\"enabled\": false, \"events\": [\"order.failed\"]}", "If-Match", "\"v1\"");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
        assertThat(seller.get(location).json().at("/enabled").asBoolean()).isFalse();
        assertThat(seller.get(location, "If-None-Match", "\"v2\"").status()).isEqualTo(304);
    }

    @Test
    void aRotatedSecretIsShownOnceAndTheOldOneHasADay() {
        Answer made = seller.post(WEBHOOKS, webhook("https://hooks.example.com/a"));
        String location = made.header("Location");

        Answer rotated = seller.post(location + "/rotate-secret", "{}");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.text("/secret")).startsWith("whsec_").isNotEqualTo(made.text("/secret"));
        assertThat(rotated.text("/oldSecretUntil")).isNotBlank();
        assertThat(seller.get(location).json().has("secret")).isFalse();
    }

    @Test
    void aDeletedWebhookIsNotThereAnyMore() {
        String location =
                seller.post(WEBHOOKS, webhook("https://hooks.example.com/a")).header("Location");

        assertThat(seller.delete(location).status()).isEqualTo(204);

        seller.get(location).isProblem(404, "not-found");
        seller.delete(location).isProblem(404, "not-found");
        seller.get(location + "/deliveries").isProblem(404, "not-found");
    }

    @Test
    void nobodyRegistersAWebhookForAnother() {
        Creator other = SampleShop.creator();
        shop.creators().add(other);
        String body = webhook("https://hooks.example.com/a")
                .replace(creator.id().value().toString(), other.id().value().toString());

        seller.post(WEBHOOKS, body).isProblem(422, "unknown-reference");
        assertThat(api.post(WEBHOOKS, body).status()).isEqualTo(201);
    }

    @Test
    void aCreatorHasABoundedNumberOfWebhooks() {
        for (int count = 0; count < RegisterEndpoint.MOST; count++) {
            shop.webhookEndpoints().add(SampleWebhooks.endpoint(creator.id()), RegisterEndpoint.MOST);
        }
        seller.post(WEBHOOKS, webhook("https://hooks.example.com/a")).isProblem(409, "wrong-state");
    }

    @Test
    void theLogShowsHowEachAttemptWent() {
        WebhookDelivery delivery = told();
        shop.webhookDeliveries().record(delivery.id(), SampleWebhooks.failed(WebhookFault.TIMED_OUT, 0));
        shop.webhookDeliveries().record(delivery.id(), SampleWebhooks.answered(200, 10));

        Answer read = seller.get(path(delivery));

        assertThat(read.text("/state")).isEqualTo("DELIVERED");
        assertThat(read.text("/event")).isEqualTo("order.completed");
        assertThat(read.text("/attempts/0/fault")).isEqualTo("TIMED_OUT");
        assertThat(read.json().at("/attempts/0").has("status")).isFalse();
        assertThat(read.json().at("/attempts/1/status").asInt()).isEqualTo(200);
        assertThat(read.json().at("/attempts/1/tookMillis").asInt()).isEqualTo(123);
        assertThat(seller.get(list(delivery) + "?state=DELIVERED").json().at("/items"))
                .hasSize(1);
        assertThat(seller.get(list(delivery) + "?state=FAILED").json().at("/items"))
                .isEmpty();
    }

    @Test
    void whatWasDeliveredIsDeliveredOnceMore() {
        WebhookDelivery delivery = told();
        shop.webhookDeliveries().record(delivery.id(), SampleWebhooks.answered(200, 0));

        Answer again = seller.send("POST", path(delivery) + "/redeliver", BodyPublishers.noBody());

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("/state")).isEqualTo("PENDING");
        assertThat(again.text("/deliveryId")).isEqualTo(delivery.id().value().toString());
        assertThat(api.get("/v1/jobs?group=" + creator.id().value()).text("/items/0/type"))
                .isEqualTo("deliver-webhook");
        seller.send("POST", path(delivery) + "/redeliver", BodyPublishers.noBody())
                .isProblem(409, "wrong-state");
    }

    @Test
    void aDeliveryIsFoundUnderItsOwnWebhookAlone() {
        WebhookDelivery delivery = told();
        WebhookDelivery other = told();

        seller.get(WEBHOOKS + "/" + other.endpoint().value() + "/deliveries/"
                        + delivery.id().value())
                .isProblem(404, "not-found");
        seller.get(list(delivery) + "/" + UUID.randomUUID()).isProblem(404, "not-found");
    }

    private WebhookDelivery told() {
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(creator.id());
        WebhookDelivery delivery = SampleWebhooks.delivery(endpoint);
        shop.webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);
        shop.webhookDeliveries().addAll(List.of(delivery));
        return delivery;
    }

    private static String list(WebhookDelivery delivery) {
        return WEBHOOKS + "/" + delivery.endpoint().value() + "/deliveries";
    }

    private static String path(WebhookDelivery delivery) {
        return list(delivery) + "/" + delivery.id().value();
    }

    private String webhook(String url) {
        return """
                {"creatorId": "%s", "url": "%s", "events": ["order.completed", "order.failed"]}
                """.formatted(creator.id().value(), url);
    }
}
