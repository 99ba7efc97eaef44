package dev.sluice.adapters.web.channel;

import dev.sluice.adapters.web.cached.CachedAnswer;
import dev.sluice.adapters.web.job.JobResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.adapters.web.route.Public;
import dev.sluice.application.channel.ReadChannelStatistics;
import dev.sluice.application.channel.RequestChannelSync;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes of channels. */
@Tag(name = "Channels")
@RestController
@RequestMapping(path = ChannelController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
final class ChannelController {

    static final String PATH = "/v1/channels/{id}";
    static final String STATISTICS = "/statistics";
    static final CachedAnswer ANSWER = new CachedAnswer(Duration.ofSeconds(30), Duration.ofMinutes(5));

    private final ReadChannelStatistics reading;
    private final RequestChannelSync requesting;
    private final Jobs jobs;

    ChannelController(ReadChannelStatistics reading, RequestChannelSync requesting, Jobs jobs) {
        this.reading = reading;
        this.requesting = requesting;
        this.jobs = jobs;
    }

    @Operation(
            operationId = "readChannelStatistics",
            summary = "Read a channel's statistics: totals, views per day and the videos that grow most")
    @ApiResponse(responseCode = "304", description = "It has not changed", content = @Content)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChannelStatistics.class)))
    @GetMapping(STATISTICS)
    @Public
    @Refuses(ProblemType.NOT_FOUND)
    void statistics(@PathVariable ChannelId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CachedValue value = reading.read(id).orElseThrow(() -> unknown().asException());
        ANSWER.send(value, request, response);
    }

    @Operation(operationId = "synchroniseChannel", summary = "Queue a channel's synchronisation")
    @ApiResponse(responseCode = "202")
    @PostMapping("/sync")
    @Needs(Scope.CHANNEL)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<JobResponse> sync(Caller caller, @PathVariable ChannelId id) {
        JobId queued = requesting
                .request(id, caller.owner())
                .orElseThrow(() -> unknown().asException());
        Job job = jobs.find(queued, caller.owner()).orElseThrow();
        return ResponseEntity.accepted()
                .location(URI.create("/v1/jobs/" + queued.value()))
                .cacheControl(CacheControl.noStore())
                .body(JobResponse.of(job));
    }

    private static Refusal unknown() {
        return Refusal.notFound("channel");
    }
}
