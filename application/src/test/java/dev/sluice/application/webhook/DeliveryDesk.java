package dev.sluice.application.webhook;

import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.application.job.testkit.TestedJob;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.SampleOrders;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.webhook.InMemoryWebhookSender;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryFilter;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEventType;
import dev.sluice.domain.webhook.WebhookMessage;
import dev.sluice.domain.webhook.WebhookResponse;
import dev.sluice.domain.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One seller with an endpoint, and all that tells it of orders, on a clock that stands still until it is moved. */
final class DeliveryDesk {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryWebhookSender sender = new InMemoryWebhookSender();
    private final Ids ids = new Ids(clock);
    private final Creator creator = SampleShop.creator();
    private final Product product = SampleShop.product(creator.id());
    private final WebhookEndpoint endpoint = SampleWebhooks.endpoint(creator.id());
    private final ManualEngine engine = new ManualEngine(clock, repositories.transactions());
    private boolean broken;

    DeliveryDesk() {
        repositories.creators().add(creator);
        repositories.products().add(product);
        repositories.webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);
        engine.with(new DeliverWebhook(
                        repositories.webhookEndpoints(), repositories.webhookDeliveries(), this::send, clock, () -> 0))
                .with(new DeliveryFollowsJob(repositories.webhookDeliveries()));
    }

    private WebhookResponse send(WebhookMessage message) {
        if (broken) {
            throw new FinalFailure("deliberate");
        }
        return sender.send(message);
    }

    InMemoryRepositories repositories() {
        return repositories;
    }

    InMemoryWebhookSender sender() {
        return sender;
    }

    ManualEngine engine() {
        return engine;
    }

    Creator creator() {
        return creator;
    }

    WebhookEndpoint endpoint() {
        return endpoint;
    }

    /** The endpoint as it is on record. */
    WebhookEndpoint stored() {
        return repositories.webhookEndpoints().find(endpoint.id()).orElseThrow();
    }

    AnnounceOrders announcing() {
        return new AnnounceOrders(
                repositories.webhookEndpoints(), repositories.webhookDeliveries(), queue(), ids, clock);
    }

    RedeliverWebhook redelivering() {
        return new RedeliverWebhook(
                engine.transactions(), repositories.webhookEndpoints(), repositories.webhookDeliveries(), queue(), ids);
    }

    private DeliveryQueue queue() {
        return new DeliveryQueue(engine.transactions(), engine.jobs(), () -> {});
    }

    Order order() {
        return SampleOrders.placed(product);
    }

    /** Announces an order, and gives the delivery to the one endpoint. */
    WebhookDelivery announced() {
        Order order = order();
        engine.transactions().run(() -> announcing().announce(WebhookEventType.ORDER_COMPLETED, List.of(order)));
        return deliveries().stream()
                .filter(delivery -> delivery.event().order().equals(order.id()))
                .findAny()
                .orElseThrow();
    }

    List<WebhookDelivery> deliveries() {
        return repositories
                .webhookDeliveries()
                .list(new WebhookDeliveryFilter(Owner.operations(), endpoint.id(), null), PageRequest.first(100))
                .items();
    }

    WebhookDelivery stored(WebhookDelivery delivery) {
        return repositories.webhookDeliveries().find(delivery.id()).orElseThrow();
    }

    TestedJob job() {
        return engine.onlyEnqueued(DeliverWebhook.TYPE);
    }

    /** Runs what is due, and lets it die of a fault of our own. */
    void breakDown() {
        broken = true;
        engine.runDue();
        broken = false;
    }

    WebhookSecret rotate(Duration grace) {
        return new RotateWebhookSecret(engine.transactions(), repositories.webhookEndpoints(), clock)
                .rotate(endpoint.id(), Owner.operations(), grace)
                .orElseThrow()
                .secrets()
                .current();
    }
}
