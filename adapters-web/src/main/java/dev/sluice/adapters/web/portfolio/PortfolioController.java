package dev.sluice.adapters.web.portfolio;

import dev.sluice.adapters.web.cached.CachedAnswer;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.application.portfolio.ReadPortfolio;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.portfolio.Portfolio;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route of portfolios. */
@Tag(name = "Creators")
@RestController
final class PortfolioController {

    /** Short, because no invalidation reaches the caches of browsers and proxies. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private static final Duration STALE_FOR = Duration.ofSeconds(30);

    private final ReadPortfolio reading;

    PortfolioController(ReadPortfolio reading) {
        this.reading = reading;
    }

    @Operation(summary = "Read a creator's portfolio: profile, sales, revenue by month and channel totals")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Portfolio.class)))
    @GetMapping(path = "/v1/creators/{id}/portfolio", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> read(@PathVariable CreatorId id) {
        return reading.read(id)
                .map(value -> CachedAnswer.of(value, FRESH_FOR, STALE_FOR))
                .orElseThrow(() -> Refusal.notFound("creator").asException());
    }
}
