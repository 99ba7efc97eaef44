package dev.sluice.adapters.web.webhook;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.webhook.RedeliverWebhook;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDeliveryFilter;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes of what a webhook was told. */
@Tag(name = "Webhooks")
@RestController
@RequestMapping(path = "/v1/webhooks/{id}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
final class DeliveryController {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final RedeliverWebhook redelivering;

    DeliveryController(WebhookEndpoints endpoints, WebhookDeliveries deliveries, RedeliverWebhook redelivering) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.redelivering = redelivering;
    }

    @Operation(operationId = "listWebhookDeliveries", summary = "List what a webhook was told, newest first")
    @GetMapping
    @Needs(Scope.WEBHOOKS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<PageResponse<DeliveryResponse>> list(
            Caller caller,
            @PathVariable WebhookEndpointId id,
            @RequestParam(required = false) @Nullable WebhookDeliveryState state,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        if (endpoints.find(id, caller.owner()).isEmpty()) {
            throw WebhookRefusals.unknownEndpoint().asException();
        }
        var filter = new WebhookDeliveryFilter(caller.owner(), id, state);
        var page = deliveries.list(filter, PageParameters.request(limit, cursor));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PageResponse.of(page, DeliveryResponse::of));
    }

    @Operation(operationId = "readWebhookDelivery", summary = "Read a delivery and how the attempts at it went")
    @GetMapping("/{delivery}")
    @Needs(Scope.WEBHOOKS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<DeliveryResponse> read(
            Caller caller, @PathVariable WebhookEndpointId id, @PathVariable WebhookDeliveryId delivery) {
        return deliveries
                .find(delivery, id, caller.owner())
                .map(found -> answer(ResponseEntity.ok()).body(DeliveryResponse.of(found)))
                .orElseThrow(() -> WebhookRefusals.unknownDelivery().asException());
    }

    @Operation(operationId = "redeliverWebhook", summary = "Have a webhook told once more, under the same webhook-id")
    @ApiResponse(responseCode = "202")
    @PostMapping("/{delivery}/redeliver")
    @Needs(Scope.WEBHOOKS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<DeliveryResponse> redeliver(
            Caller caller, @PathVariable WebhookEndpointId id, @PathVariable WebhookDeliveryId delivery) {
        return switch (redelivering.redeliver(delivery, id, caller.owner())) {
            case RedeliverWebhook.Queued queued ->
                answer(ResponseEntity.accepted()).body(DeliveryResponse.of(queued.delivery()));
            case RedeliverWebhook.Unknown unknown ->
                throw WebhookRefusals.unknownDelivery().asException();
            case RedeliverWebhook.UnderWay busy ->
                throw Refusal.of(ProblemType.WRONG_STATE, "The delivery is on its way already.")
                        .asException();
            case RedeliverWebhook.EndpointDisabled off ->
                throw Refusal.of(ProblemType.WRONG_STATE, "The webhook is disabled.")
                        .asException();
        };
    }

    private static ResponseEntity.BodyBuilder answer(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore());
    }
}
