package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.RescheduleJob;
import dev.sluice.application.job.RetryJob;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes of jobs. */
@Tag(name = "Jobs")
@RestController
@RequestMapping(path = "/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
final class JobController {

    private final Jobs jobs;
    private final RetryJob retrying;
    private final CancelJob cancelling;
    private final RescheduleJob rescheduling;

    JobController(Jobs jobs, RetryJob retrying, CancelJob cancelling, RescheduleJob rescheduling) {
        this.jobs = jobs;
        this.retrying = retrying;
        this.cancelling = cancelling;
        this.rescheduling = rescheduling;
    }

    @Operation(summary = "List jobs, newest first, finished ones included")
    @GetMapping
    ResponseEntity<PageResponse<JobResponse>> list(
            @RequestParam(required = false) @Nullable JobState state,
            @RequestParam(required = false) @Nullable TypeName type,
            @RequestParam(required = false) @Nullable QueueName queue,
            @RequestParam(required = false) @Nullable GroupName group,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        JobFilter filter =
                new JobFilter(state, type == null ? null : type.value(), queue, group == null ? null : group.key());
        var page = jobs.list(filter, PageParameters.request(limit, cursor));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(PageResponse.of(page, JobResponse::of));
    }

    @Operation(summary = "Read a job")
    @GetMapping("/{id}")
    ResponseEntity<JobResponse> read(@PathVariable JobId id) {
        return answer(find(id));
    }

    @Operation(summary = "Read what the handlers of a job have written about it")
    @GetMapping("/{id}/log")
    ResponseEntity<List<JobLogLine>> log(@PathVariable JobId id) {
        find(id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(jobs.log(id));
    }

    @Operation(summary = "Give a dead job all its attempts again")
    @PostMapping("/{id}/retry")
    ResponseEntity<JobResponse> retry(@PathVariable JobId id) {
        boolean retried = retrying.retry(id);
        return answerUnlessRefused(retried, find(id), "Only a dead job can be retried");
    }

    @Operation(summary = "Call off a job that has not finished")
    @PostMapping("/{id}/cancel")
    ResponseEntity<JobResponse> cancel(@PathVariable JobId id) {
        boolean cancelled = cancelling.cancel(id);
        return answerUnlessRefused(cancelled, find(id), "Only a job that has not finished can be cancelled");
    }

    @Operation(summary = "Let a job start at another time that has not begun")
    @PostMapping(path = "/{id}/reschedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobResponse> reschedule(@PathVariable JobId id, @Valid @RequestBody RescheduleRequest body) {
        boolean rescheduled = rescheduling.at(id, body.dueAt());
        return answerUnlessRefused(rescheduled, find(id), "Only a job that has not begun can be rescheduled");
    }

    @Operation(summary = "Let a job start now that waits for its time")
    @PostMapping("/{id}/promote")
    ResponseEntity<JobResponse> promote(@PathVariable JobId id) {
        boolean promoted = rescheduling.now(id);
        return answerUnlessRefused(promoted, find(id), "Only a job that has not begun can be promoted");
    }

    private static ResponseEntity<JobResponse> answerUnlessRefused(boolean done, Job job, String rule) {
        if (!done) {
            throw Refusal.of(ProblemType.WRONG_STATE, rule + "; this one is " + job.state() + ".")
                    .asException();
        }
        return answer(job);
    }

    private Job find(JobId id) {
        return jobs.find(id).orElseThrow(() -> Refusal.notFound("job").asException());
    }

    private static ResponseEntity<JobResponse> answer(Job job) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(JobResponse.of(job));
    }
}
