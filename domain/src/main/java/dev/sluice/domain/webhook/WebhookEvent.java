package dev.sluice.domain.webhook;

import dev.sluice.domain.order.OrderId;
import java.time.Instant;

/** Something that has happened to an order. What exactly, whoever is told asks the API. */
public record WebhookEvent(WebhookEventType type, OrderId order, Instant happenedAt) {}
