package dev.sluice.adapters.web.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param oldSecretUntil until when the secret before this one signs too; missing unless it was rotated
 * @param secret what deliveries are signed with: shown in the one answer that follows its making
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointResponse(
        WebhookEndpointId endpointId,
        CreatorId creatorId,
        String url,
        List<String> events,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant oldSecretUntil,
        @Nullable String secret) {

    static EndpointResponse of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointResponse withSecret(WebhookEndpoint endpoint) {
        return of(endpoint, endpoint.secrets().current().text());
    }

    /** Without the secret, since whatever handles answers may log them. */
    @Override
    public String toString() {
        return "webhook " + endpointId.value();
    }

    private static EndpointResponse of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new EndpointResponse(
                endpoint.id(),
                endpoint.creator(),
                endpoint.details().url().value(),
                EventNames.of(endpoint.details().events()),
                endpoint.details().enabled(),
                endpoint.createdAt(),
                endpoint.secrets().retiringUntil(),
                secret);
    }
}
