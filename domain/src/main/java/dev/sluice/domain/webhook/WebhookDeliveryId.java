package dev.sluice.domain.webhook;

import java.util.UUID;

/** The identity of a delivery, by which whoever receives it knows a repetition. */
public record WebhookDeliveryId(UUID value) {}
