package dev.sluice.adapters.web.webhook;

import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.webhook.WebhookEndpointDetails;
import dev.sluice.domain.webhook.WebhookUrl;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a creator says about a webhook when it changes.
 *
 * @param url with https, and a host in the public network
 * @param events what to tell: {@code order.completed}, {@code order.failed}, {@code order.refunded}
 * @param enabled whether it is told anything at all
 */
record EndpointDocument(
        @NotNull(message = "is required") @Text(max = WebhookUrl.LONGEST)
        String url,

        @NotNull(message = "is required")
        @Size(min = 1, max = 20, message = "must have {min} to {max} events")
        @ArraySchema(schema = @Schema(allowableValues = {"order.completed", "order.failed", "order.refunded"}))
        List<@NotNull(message = "is required") String> events,

        @NotNull(message = "is required") Boolean enabled) {

    static EndpointDocument of(WebhookEndpointDetails details) {
        return new EndpointDocument(details.url().value(), EventNames.of(details.events()), details.enabled());
    }

    WebhookEndpointDetails details() {
        if (!WebhookUrl.isValid(url)) {
            throw WebhookRefusals.target().asException();
        }
        return new WebhookEndpointDetails(new WebhookUrl(url), EventNames.parse(events), enabled);
    }
}
