package dev.sluice.adapters.web.cache;

import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.cache.CachedReads;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Invalidation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operators' view of the cache. */
@Tag(name = "Cache")
@RestController
@RequestMapping("/v1/cache")
final class CacheController {

    private final CacheFigures figures;
    private final CacheInvalidations invalidations;

    CacheController(CacheFigures figures, CacheInvalidations invalidations) {
        this.figures = figures;
        this.invalidations = invalidations;
    }

    @Operation(
            operationId = "readCacheRegions",
            summary = "The regions of the cache, with what this process has done with them since it started")
    @GetMapping(path = "/regions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<RegionsResponse> regions() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(RegionsResponse.of(CachedReads.regions(), figures));
    }

    @Operation(
            operationId = "purgeCache",
            summary = "Purge a value, all values under a tag, or a region: the next reader fetches anew")
    @ApiResponse(responseCode = "204")
    @DeleteMapping("/{what}")
    @Needs(Scope.OPERATIONS)
    ResponseEntity<Void> purge(
            @Parameter(
                            description =
                                    "`region:` and its name, `tag:` and its name, or `value:` and region, scope and id"
                                            + " with colons between them",
                            schema =
                                    @Schema(type = "string", pattern = "^(?:region|tag|value):[A-Za-z0-9._:-]{1,302}$"),
                            example = "region:portfolios")
                    @PathVariable
                    Invalidation what) {
        invalidations.invalidate(what);
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
}
