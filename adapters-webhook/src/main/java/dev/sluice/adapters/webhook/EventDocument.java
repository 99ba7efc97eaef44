package dev.sluice.adapters.webhook;

import dev.sluice.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is sent: only that it has happened, and to what. It is the same in each attempt.
 *
 * @param timestamp when it happened
 */
record EventDocument(String type, Instant timestamp, Data data) {

    /** What it has happened to. */
    record Data(UUID orderId) {}

    static EventDocument of(WebhookEvent event) {
        return new EventDocument(
                event.type().text(), event.happenedAt(), new Data(event.order().value()));
    }
}
