package dev.sluice.adapters.web.job.event;

import dev.sluice.adapters.web.access.Authentication;
import dev.sluice.adapters.web.job.TypeName;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.RefusedException;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.job.event.HeardEvents;
import dev.sluice.application.job.event.JobEventFilter;
import dev.sluice.application.job.event.JobEventHub;
import dev.sluice.application.job.event.JobEventSubscription;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.QueueName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stream of job events. Each stream holds a request's thread, which is virtual, for as long as the client listens;
 * a client that takes nothing more is given up when Tomcat's time for a write is over.
 */
@Tag(name = "Jobs")
@RestController
final class JobEventController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final JobEventHub hub;
    private final JsonMapper mapper;
    private final Authentication authentication;
    private final Duration heartbeat;

    JobEventController(
            JobEventHub hub, JsonMapper mapper, Authentication authentication, JobEventProperties properties) {
        this.hub = hub;
        this.mapper = mapper;
        this.authentication = authentication;
        this.heartbeat = properties.heartbeat();
    }

    @Operation(
            operationId = "watchJobs",
            summary = "Watch jobs change, as server-sent events",
            description = "Each event `job` carries a document in JSON. They are hints: some may be lost, and where"
                    + " that may be so an event `gap` says it; what matters is then to be read anew, as it is when"
                    + " the stream begins.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream, until the client leaves, its credential ends or the process stops",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = JobEventDocument.class)))
    @GetMapping(path = "/v1/jobs/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Scope.OPERATIONS)
    void watch(
            @RequestParam(required = false) @Nullable QueueName queue,
            @RequestParam(required = false) @Nullable TypeName type,
            @RequestParam(required = false) @Nullable JobId job,
            HttpServletRequest request,
            HttpServletResponse response) {
        JobEventFilter filter = new JobEventFilter(queue, type == null ? null : type.value(), job);
        try (JobEventSubscription subscription = hub.subscribe(filter).orElseThrow(JobEventController::full)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                pass(subscription, request, response);
            }
        }
    }

    private static RefusedException full() {
        return Refusal.of(ProblemType.UNAVAILABLE, "As many clients listen as may. Try again in a moment.")
                .retryAfter(RETRY_AFTER)
                .asException();
    }

    /** Until the client's credential is good no more, too. */
    private void pass(JobEventSubscription subscription, HttpServletRequest request, HttpServletResponse response) {
        try {
            EventStream stream = new EventStream(response.getOutputStream(), mapper);
            stream.open();
            for (Optional<HeardEvents> heard = subscription.next(heartbeat);
                    heard.isPresent() && authentication.isStillGood(request);
                    heard = subscription.next(heartbeat)) {
                stream.send(heard.get());
            }
        } catch (IOException gone) {
            // The client has left, or does not read. Nothing is to be told to it.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
