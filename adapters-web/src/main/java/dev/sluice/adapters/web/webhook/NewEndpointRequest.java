package dev.sluice.adapters.web.webhook;

import dev.sluice.adapters.web.validation.Id;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.webhook.WebhookEndpointDetails;
import dev.sluice.domain.webhook.WebhookUrl;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Where a creator wants to be told of what happens in its shop.
 *
 * @param url with https, and a host in the public network
 * @param events what to tell: {@code order.completed}, {@code order.failed}, {@code order.refunded}
 */
record NewEndpointRequest(
        @NotNull(message = "is required") @Id String creatorId,

        @NotNull(message = "is required") @Text(max = WebhookUrl.LONGEST)
        String url,

        @NotNull(message = "is required")
        @Size(min = 1, max = 20, message = "must have {min} to {max} events")
        @ArraySchema(schema = @Schema(allowableValues = {"order.completed", "order.failed", "order.refunded"}))
        List<@NotNull(message = "is required") String> events) {

    CreatorId creator() {
        return new CreatorId(UuidText.parse(creatorId));
    }

    WebhookEndpointDetails details() {
        return new EndpointDocument(url, events, true).details();
    }
}
