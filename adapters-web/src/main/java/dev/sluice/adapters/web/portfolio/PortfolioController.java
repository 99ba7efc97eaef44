package dev.sluice.adapters.web.portfolio;

import dev.sluice.adapters.web.cached.CachedAnswer;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Public;
import dev.sluice.application.portfolio.ReadPortfolio;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.portfolio.Portfolio;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route of portfolios. */
@Tag(name = "Creators")
@RestController
final class PortfolioController {

    static final String PATH = "/v1/creators/{id}/portfolio";

    /** Fresh for a short time, because no invalidation reaches the caches of browsers and proxies. */
    static final CachedAnswer ANSWER = new CachedAnswer(Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final ReadPortfolio reading;

    PortfolioController(ReadPortfolio reading) {
        this.reading = reading;
    }

    @Operation(
            operationId = "readPortfolio",
            summary = "Read a creator's portfolio: profile, sales, revenue by month and channel totals")
    @ApiResponse(responseCode = "304", description = "It has not changed", content = @Content)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Portfolio.class)))
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    @Refuses(ProblemType.NOT_FOUND)
    void read(@PathVariable CreatorId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CachedValue value =
                reading.read(id).orElseThrow(() -> Refusal.notFound("creator").asException());
        ANSWER.send(value, request, response);
    }
}
