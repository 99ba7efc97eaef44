package dev.sluice.adapters.web.apikey;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.access.IssueApiKey;
import dev.sluice.application.access.IssuedApiKey;
import dev.sluice.application.access.RevokeApiKey;
import dev.sluice.application.access.RotateApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes of API keys. A key itself is in no answer but the one that follows its making. */
@Tag(name = "API keys")
@RestController
@RequestMapping(path = "/v1/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
final class ApiKeyController {

    private final ApiKeys keys;
    private final IssueApiKey issuing;
    private final RotateApiKey rotating;
    private final RevokeApiKey revoking;

    ApiKeyController(ApiKeys keys, IssueApiKey issuing, RotateApiKey rotating, RevokeApiKey revoking) {
        this.keys = keys;
        this.issuing = issuing;
        this.rotating = rotating;
        this.revoking = revoking;
    }

    @Operation(operationId = "listApiKeys", summary = "List API keys, newest first, ended ones included")
    @GetMapping
    @Needs(Scope.OPERATIONS)
    ResponseEntity<PageResponse<ApiKeyResponse>> list(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var page = keys.list(PageParameters.request(limit, cursor));
        return answer(ResponseEntity.ok()).body(PageResponse.of(page, ApiKeyResponse::of));
    }

    @Operation(operationId = "readApiKey", summary = "Read what is on record of an API key")
    @GetMapping("/{id}")
    @Needs(Scope.OPERATIONS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<ApiKeyResponse> read(@PathVariable ApiKeyId id) {
        var key = keys.find(id).orElseThrow(() -> unknown().asException());
        return answer(ResponseEntity.ok()).body(ApiKeyResponse.of(key));
    }

    @Operation(operationId = "issueApiKey", summary = "Make an API key; it is shown in the answer and never again")
    @ApiResponse(responseCode = "201")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    @Refuses(ProblemType.UNKNOWN_REFERENCE)
    ResponseEntity<ApiKeyResponse> issue(@Valid @RequestBody NewApiKeyRequest request) {
        return issuing.issue(request.label(), request.caller(), request.expiresAt())
                .map(ApiKeyController::made)
                .orElseThrow(() -> Refusal.of(ProblemType.UNKNOWN_REFERENCE, "There is no such creator.")
                        .with(Violation.ofBody("/creatorId", "unknown", "is not the id of a creator"))
                        .asException());
    }

    @Operation(
            operationId = "rotateApiKey",
            summary = "Replace an API key by a new one with its rights; the old one works on for a time")
    @ApiResponse(responseCode = "201")
    @PostMapping(path = "/{id}/rotate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<ApiKeyResponse> rotate(@PathVariable ApiKeyId id, @Valid @RequestBody RotationRequest request) {
        return switch (rotating.rotate(id, request.grace())) {
            case RotateApiKey.Rotated rotated -> made(rotated.successor());
            case RotateApiKey.Unknown none -> throw unknown().asException();
            case RotateApiKey.Ended ended ->
                throw Refusal.of(ProblemType.WRONG_STATE, "The key has expired or was revoked.")
                        .asException();
            case RotateApiKey.OfANewerRelease newer ->
                throw Refusal.of(ProblemType.WRONG_STATE, "The key's scopes are of a newer release than this one.")
                        .asException();
        };
    }

    @Operation(operationId = "revokeApiKey", summary = "Revoke an API key: all processes refuse it within five seconds")
    @ApiResponse(responseCode = "204")
    @DeleteMapping("/{id}")
    @Needs(Scope.OPERATIONS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<Void> revoke(@PathVariable ApiKeyId id) {
        if (!revoking.revoke(id)) {
            throw unknown().asException();
        }
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private static ResponseEntity<ApiKeyResponse> made(IssuedApiKey issued) {
        URI location = URI.create("/v1/api-keys/" + issued.key().id().value());
        return answer(ResponseEntity.created(location)).body(ApiKeyResponse.of(issued));
    }

    private static ResponseEntity.BodyBuilder answer(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore());
    }

    private static Refusal unknown() {
        return Refusal.notFound("API key");
    }
}
