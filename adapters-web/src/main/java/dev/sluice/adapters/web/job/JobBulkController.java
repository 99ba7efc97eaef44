package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.job.ControlJobs;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.job.JobCounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes of jobs taken together. */
@Tag(name = "Jobs")
@RestController
@RequestMapping(path = "/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
final class JobBulkController {

    private final JobCounts counts;
    private final ControlJobs controlling;

    JobBulkController(JobCounts counts, ControlJobs controlling) {
        this.counts = counts;
        this.controlling = controlling;
    }

    @Operation(
            operationId = "countJobs",
            summary = "How many jobs of each queue and type are in each state, finished ones included")
    @GetMapping("/counts")
    @Needs(Scope.OPERATIONS)
    ResponseEntity<List<JobCountResponse>> count() {
        return answer(counts.totals().stream().map(JobCountResponse::of).toList());
    }

    @Operation(
            operationId = "controlJobs",
            summary =
                    "Retry, cancel, promote or reschedule all jobs that a filter lets through, some thousands at a time")
    @PostMapping(path = "/bulk", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.OPERATIONS)
    ResponseEntity<ControlResponse> control(@Valid @RequestBody ControlRequest body) {
        var controlled = controlling.control(body.filter().filter(), body.jobAct(), body.dryRun());
        return answer(ControlResponse.of(controlled, body.dryRun()));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
