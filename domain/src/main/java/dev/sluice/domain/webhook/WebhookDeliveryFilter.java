package dev.sluice.domain.webhook;

import dev.sluice.domain.access.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a list holds.
 *
 * @param owner only deliveries that are this one's
 * @param endpoint only deliveries to this one
 * @param state only deliveries that are so far, or null for all
 */
public record WebhookDeliveryFilter(
        Owner owner, WebhookEndpointId endpoint, @Nullable WebhookDeliveryState state) {}
