package dev.sluice.domain.webhook;

import dev.sluice.domain.catalogue.CreatorId;
import java.time.Instant;

/**
 * Where a seller listens to what happens in its shop.
 *
 * @param version grows by one with every change
 */
public record WebhookEndpoint(
        WebhookEndpointId id,
        CreatorId creator,
        WebhookEndpointDetails details,
        WebhookSecrets secrets,
        Instant createdAt,
        long version) {

    public static WebhookEndpoint registered(
            WebhookEndpointId id,
            CreatorId creator,
            WebhookEndpointDetails details,
            WebhookSecret secret,
            Instant now) {
        return new WebhookEndpoint(id, creator, details, WebhookSecrets.of(secret), now, 1);
    }

    public WebhookEndpoint revised(WebhookEndpointDetails revision) {
        return new WebhookEndpoint(id, creator, revision, secrets, createdAt, version + 1);
    }

    /** With the current secret alone. */
    public WebhookEndpoint withoutRetiring() {
        return new WebhookEndpoint(id, creator, details, WebhookSecrets.of(secrets.current()), createdAt, version + 1);
    }

    public WebhookEndpoint rotated(WebhookSecret next, Instant until) {
        return new WebhookEndpoint(id, creator, details, secrets.rotated(next, until), createdAt, version + 1);
    }
}
