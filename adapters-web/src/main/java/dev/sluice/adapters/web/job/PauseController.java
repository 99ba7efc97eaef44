package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.job.PauseJobs;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.QueueName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes that pause and resume queues and job types. */
@Tag(name = "Jobs")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class PauseController {

    private static final String QUEUE = "/queues/{name}/paused";
    private static final String TYPE = "/job-types/{name}/paused";

    private final JobPauses pauses;
    private final PauseJobs pausing;

    PauseController(JobPauses pauses, PauseJobs pausing) {
        this.pauses = pauses;
        this.pausing = pausing;
    }

    @Operation(operationId = "readQueuePause", summary = "Whether a queue is paused")
    @GetMapping(QUEUE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<PausedDocument> readQueue(@PathVariable QueueName name) {
        return answer(pauses.current().queues().contains(name));
    }

    @Operation(
            operationId = "pauseQueue",
            summary = "Pause or resume a queue: what runs goes on, nothing more of it starts")
    @PutMapping(path = QUEUE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<PausedDocument> pauseQueue(@PathVariable QueueName name, @Valid @RequestBody PausedDocument body) {
        pausing.pause(name, body.paused());
        return answer(body.paused());
    }

    @Operation(operationId = "readJobTypePause", summary = "Whether a job type is paused")
    @GetMapping(TYPE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<PausedDocument> readType(@PathVariable TypeName name) {
        return answer(pauses.current().types().contains(name.value()));
    }

    @Operation(
            operationId = "pauseJobType",
            summary = "Pause or resume a job type: what runs goes on, nothing more of it starts")
    @PutMapping(path = TYPE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<PausedDocument> pauseType(@PathVariable TypeName name, @Valid @RequestBody PausedDocument body) {
        pausing.pauseType(name.value(), body.paused());
        return answer(body.paused());
    }

    private static ResponseEntity<PausedDocument> answer(boolean paused) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new PausedDocument(paused));
    }
}
