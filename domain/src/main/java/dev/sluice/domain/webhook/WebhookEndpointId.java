package dev.sluice.domain.webhook;

import java.util.UUID;

/** The identity of an endpoint. */
public record WebhookEndpointId(UUID value) {}
