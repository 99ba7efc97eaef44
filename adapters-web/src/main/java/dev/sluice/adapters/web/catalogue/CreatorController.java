package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.patch.EntityTag;
import dev.sluice.adapters.web.patch.MergePatch;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.adapters.web.route.Public;
import dev.sluice.application.catalogue.AddCreator;
import dev.sluice.application.catalogue.ReviseCreator;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
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

/** The routes of creators. */
@Tag(name = "Creators")
@RestController
@RequestMapping(path = "/v1/creators", produces = MediaType.APPLICATION_JSON_VALUE)
final class CreatorController {

    private final Creators creators;
    private final AddCreator adding;
    private final ReviseCreator revising;
    private final MergePatch patches;

    CreatorController(Creators creators, AddCreator adding, ReviseCreator revising, MergePatch patches) {
        this.creators = creators;
        this.adding = adding;
        this.revising = revising;
        this.patches = patches;
    }

    @Operation(operationId = "listCreators", summary = "List creators, newest first")
    @GetMapping
    @Public
    ResponseEntity<PageResponse<CreatorResponse>> list(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var page = creators.list(PageParameters.request(limit, cursor));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(PageResponse.of(page, CreatorResponse::of));
    }

    @Operation(operationId = "readCreator", summary = "Read a creator")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "304", description = "It has not changed", content = @Content)
    @GetMapping("/{id}")
    @Public
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<CreatorResponse> read(@PathVariable CreatorId id) {
        return answer(ResponseEntity.ok(), find(id), CacheControl.noCache());
    }

    @Operation(operationId = "addCreator", summary = "Open a creator's shop")
    @ApiResponse(responseCode = "201")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<CreatorResponse> add(@Valid @RequestBody NewCreatorRequest request) {
        CreatorRefusals.requireInvoices(request.shopCurrency(), request.details());
        Creator creator = adding.add(request.shopCurrency(), request.details());
        return answer(
                ResponseEntity.created(URI.create("/v1/creators/" + creator.id().value())),
                creator,
                CacheControl.noStore());
    }

    @Operation(operationId = "reviseCreator", summary = "Change what a creator says about itself")
    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Needs(Scope.CATALOGUE)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED})
    ResponseEntity<CreatorResponse> revise(
            Caller caller,
            @PathVariable CreatorId id,
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
                            content = @Content(schema = @Schema(implementation = CreatorDocument.class)))
                    @RequestBody
                    ObjectNode patch) {
        Creator current = find(id, caller);
        EntityTag.require(ifMatch, current.version());
        CreatorDocument merged = patches.apply(CreatorDocument.of(current.details()), patch, CreatorDocument.class);
        CreatorRefusals.requireInvoices(current.currency(), merged.details());
        Creator next = current.revised(merged.details());
        if (!revising.revise(next)) {
            throw EntityTag.stale().asException();
        }
        return answer(ResponseEntity.ok(), next, CacheControl.noStore());
    }

    /** A shop that the caller keeps; to all others it is not there to be changed. */
    private Creator find(CreatorId id, Caller caller) {
        if (!caller.owner().owns(id)) {
            throw Refusal.notFound("creator").asException();
        }
        return find(id);
    }

    private Creator find(CreatorId id) {
        return creators.find(id).orElseThrow(() -> Refusal.notFound("creator").asException());
    }

    private static ResponseEntity<CreatorResponse> answer(
            ResponseEntity.BodyBuilder answer, Creator creator, CacheControl caching) {
        return answer.cacheControl(caching)
                .eTag(EntityTag.of(creator.version()))
                .body(CreatorResponse.of(creator));
    }
}
