package dev.sluice.application.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Gives an endpoint another secret, while the old one signs too for a time: nobody need stop for it. */
public final class RotateWebhookSecret {

    private final Transactions transactions;
    private final WebhookEndpoints endpoints;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public RotateWebhookSecret(Transactions transactions, WebhookEndpoints endpoints, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /**
     * @param grace how long the old secret signs too
     * @return the endpoint with its new secret, or empty if the owner has no such endpoint
     */
    public Optional<WebhookEndpoint> rotate(WebhookEndpointId id, Owner owner, Duration grace) {
        WebhookSecret next = WebhookSecret.generate(random);
        Instant until = clock.instant().plus(grace);
        return transactions.call(
                () -> endpoints.rotate(id, owner, next, until) ? endpoints.find(id, owner) : Optional.empty());
    }
}
