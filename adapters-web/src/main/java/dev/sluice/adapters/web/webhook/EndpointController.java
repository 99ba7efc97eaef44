package dev.sluice.adapters.web.webhook;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.patch.EntityTag;
import dev.sluice.adapters.web.patch.MergePatch;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.application.webhook.ReviseEndpoint;
import dev.sluice.application.webhook.RotateWebhookSecret;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The routes of webhooks. A secret is in no answer but the one that follows its making. */
@Tag(name = "Webhooks")
@RestController
@RequestMapping(path = "/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
final class EndpointController {

    private final WebhookEndpoints endpoints;
    private final RegisterEndpoint registering;
    private final ReviseEndpoint revising;
    private final RotateWebhookSecret rotating;
    private final MergePatch patches;

    EndpointController(
            WebhookEndpoints endpoints,
            RegisterEndpoint registering,
            ReviseEndpoint revising,
            RotateWebhookSecret rotating,
            MergePatch patches) {
        this.endpoints = endpoints;
        this.registering = registering;
        this.revising = revising;
        this.rotating = rotating;
        this.patches = patches;
    }

    @Operation(
            operationId = "registerWebhook",
            summary = "Register a webhook; its secret is shown in the answer and never again")
    @ApiResponse(responseCode = "201")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.WEBHOOKS)
    @Refuses({ProblemType.WRONG_STATE, ProblemType.UNKNOWN_REFERENCE})
    ResponseEntity<EndpointResponse> register(Caller caller, @Valid @RequestBody NewEndpointRequest request) {
        return switch (registering.register(request.creator(), request.details(), caller.owner())) {
            case RegisterEndpoint.Registered registered -> created(registered.endpoint());
            case RegisterEndpoint.UnknownCreator unknown ->
                throw WebhookRefusals.unknownCreator().asException();
            case RegisterEndpoint.TooMany full ->
                throw WebhookRefusals.tooMany().asException();
            case RegisterEndpoint.TargetRefused refused ->
                throw WebhookRefusals.target().asException();
        };
    }

    @Operation(operationId = "listWebhooks", summary = "List webhooks, newest first")
    @GetMapping
    @Needs(Scope.WEBHOOKS)
    ResponseEntity<PageResponse<EndpointResponse>> list(
            Caller caller,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var page = endpoints.list(caller.owner(), PageParameters.request(limit, cursor));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PageResponse.of(page, EndpointResponse::of));
    }

    @Operation(operationId = "readWebhook", summary = "Read a webhook")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "304", description = "It has not changed", content = @Content)
    @GetMapping("/{id}")
    @Needs(Scope.WEBHOOKS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<EndpointResponse> read(Caller caller, @PathVariable WebhookEndpointId id) {
        WebhookEndpoint endpoint = find(id, caller);
        return answer(ResponseEntity.ok(), endpoint).body(EndpointResponse.of(endpoint));
    }

    @Operation(operationId = "reviseWebhook", summary = "Change a webhook, or switch it off and on")
    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Needs(Scope.WEBHOOKS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED})
    ResponseEntity<EndpointResponse> revise(
            Caller caller,
            @PathVariable WebhookEndpointId id,
            @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            type = "string",
                                            pattern = "^" + EntityTag.LIST + "$",
                                            maxLength = EntityTag.LONGEST))
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = EndpointDocument.class)))
                    @RequestBody
                    ObjectNode patch) {
        WebhookEndpoint current = find(id, caller);
        EntityTag.require(ifMatch, current.version());
        EndpointDocument merged = patches.apply(EndpointDocument.of(current.details()), patch, EndpointDocument.class);
        return switch (revising.revise(current, merged.details())) {
            case ReviseEndpoint.Revised revised ->
                answer(ResponseEntity.ok(), revised.endpoint()).body(EndpointResponse.of(revised.endpoint()));
            case ReviseEndpoint.Stale stale -> throw EntityTag.stale().asException();
            case ReviseEndpoint.TargetRefused refused ->
                throw WebhookRefusals.target().asException();
        };
    }

    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret; the old one signs beside it for a time, and one before that no more")
    @PostMapping(path = "/{id}/rotate-secret", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.WEBHOOKS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<EndpointResponse> rotate(
            Caller caller, @PathVariable WebhookEndpointId id, @Valid @RequestBody SecretRotationRequest request) {
        WebhookEndpoint rotated = rotating.rotate(id, caller.owner(), request.grace())
                .orElseThrow(() -> WebhookRefusals.unknownEndpoint().asException());
        return answer(ResponseEntity.ok(), rotated).body(EndpointResponse.withSecret(rotated));
    }

    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook: it is told nothing more")
    @ApiResponse(responseCode = "204")
    @DeleteMapping("/{id}")
    @Needs(Scope.WEBHOOKS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<Void> delete(Caller caller, @PathVariable WebhookEndpointId id) {
        if (!endpoints.delete(id, caller.owner())) {
            throw WebhookRefusals.unknownEndpoint().asException();
        }
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private WebhookEndpoint find(WebhookEndpointId id, Caller caller) {
        return endpoints
                .find(id, caller.owner())
                .orElseThrow(() -> WebhookRefusals.unknownEndpoint().asException());
    }

    private static ResponseEntity<EndpointResponse> created(WebhookEndpoint endpoint) {
        URI location = URI.create("/v1/webhooks/" + endpoint.id().value());
        return answer(ResponseEntity.created(location), endpoint).body(EndpointResponse.withSecret(endpoint));
    }

    private static ResponseEntity.BodyBuilder answer(ResponseEntity.BodyBuilder answer, WebhookEndpoint endpoint) {
        return answer.cacheControl(CacheControl.noStore()).eTag(EntityTag.of(endpoint.version()));
    }
}
