package dev.sluice.domain.webhook;

import java.util.Set;

/**
 * What a seller says about an endpoint.
 *
 * @param events what it is told of, at least one thing
 * @param enabled whether it is told anything at all
 */
public record WebhookEndpointDetails(WebhookUrl url, Set<WebhookEventType> events, boolean enabled) {

    public WebhookEndpointDetails {
        events = Set.copyOf(events);
    }

    /** The same switched off. */
    public WebhookEndpointDetails disabled() {
        return new WebhookEndpointDetails(url, events, false);
    }

    public boolean wants(WebhookEventType type) {
        return enabled && events.contains(type);
    }
}
