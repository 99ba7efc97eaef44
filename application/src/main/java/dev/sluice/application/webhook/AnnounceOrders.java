package dev.sluice.application.webhook;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookEvent;
import dev.sluice.domain.webhook.WebhookEventType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has those told of an event who want to be: each of their endpoints gets a delivery of its own. */
public final class AnnounceOrders {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final DeliveryQueue queue;
    private final Ids ids;
    private final InstantSource clock;

    public AnnounceOrders(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            DeliveryQueue queue,
            Ids ids,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Needs the transaction in which it happens, so that nobody is told of what did not happen, and nobody is left out. All
     * orders take one look for endpoints together.
     *
     * @param type what has happened to the orders
     */
    public void announce(WebhookEventType type, List<Order> orders) {
        Set<CreatorId> sellers = orders.stream().map(Order::creator).collect(Collectors.toSet());
        List<WebhookEndpoint> listening = sellers.isEmpty() ? List.of() : endpoints.listening(sellers, type);
        if (!listening.isEmpty()) {
            enqueue(due(type, orders, listening));
        }
    }

    private List<WebhookDelivery> due(WebhookEventType type, List<Order> orders, List<WebhookEndpoint> listening) {
        Instant now = clock.instant();
        return orders.stream()
                .flatMap(order -> due(new WebhookEvent(type, order.id(), now), order.creator(), listening))
                .toList();
    }

    private Stream<WebhookDelivery> due(WebhookEvent event, CreatorId seller, List<WebhookEndpoint> listening) {
        return listening.stream()
                .filter(endpoint -> endpoint.creator().equals(seller))
                .map(endpoint -> WebhookDelivery.due(new WebhookDeliveryId(ids.next()), endpoint, event));
    }

    private void enqueue(List<WebhookDelivery> due) {
        deliveries.addAll(due);
        due.forEach(queue::add);
    }
}
