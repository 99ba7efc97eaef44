package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.RescheduleJob;
import dev.sluice.application.job.RetryJob;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
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

    @Operation(operationId = "listJobs", summary = "List jobs, newest first, finished ones included")
    @GetMapping
    @Needs(Scope.JOBS)
    ResponseEntity<PageResponse<JobResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable JobState state,
            @RequestParam(required = false) @Nullable TypeName type,
            @RequestParam(required = false) @Nullable QueueName queue,
            @RequestParam(required = false) @Nullable GroupName group,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        GroupKey asked = group == null ? null : group.key();
        GroupKey own = ownGroup(caller);
        PageRequest request = PageParameters.request(limit, cursor);
        if (own != null && asked != null && !own.equals(asked)) {
            return answer(new Page<>(List.of(), null));
        }
        JobFilter filter = new JobFilter(state, type == null ? null : type.value(), queue, own == null ? asked : own);
        return answer(jobs.list(filter, request));
    }

    /** The only group whose jobs are there for the caller, or null if those of all are. */
    private static @Nullable GroupKey ownGroup(Caller caller) {
        CreatorId creator = caller.owner().creator();
        return creator == null ? null : GroupKey.of(creator);
    }

    private static ResponseEntity<PageResponse<JobResponse>> answer(Page<Job> page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(PageResponse.of(page, JobResponse::of));
    }

    @Operation(operationId = "readJob", summary = "Read a job")
    @GetMapping("/{id}")
    @Needs(Scope.JOBS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<JobResponse> read(Caller caller, @PathVariable JobId id) {
        return answer(find(id, caller));
    }

    @Operation(operationId = "readJobLog", summary = "Read what the handlers of a job have written about it")
    @GetMapping("/{id}/log")
    @Needs(Scope.JOBS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<List<JobLogLine>> log(Caller caller, @PathVariable JobId id) {
        find(id, caller);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(jobs.log(id));
    }

    @Operation(operationId = "retryJob", summary = "Give a dead job all its attempts again")
    @PostMapping("/{id}/retry")
    @Needs(Scope.JOBS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<JobResponse> retry(Caller caller, @PathVariable JobId id) {
        find(id, caller);
        boolean retried = retrying.retry(id);
        return answerUnlessRefused(retried, find(id, caller), "Only a dead job can be retried");
    }

    @Operation(operationId = "cancelJob", summary = "Call off a job that has not finished")
    @PostMapping("/{id}/cancel")
    @Needs(Scope.JOBS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<JobResponse> cancel(Caller caller, @PathVariable JobId id) {
        find(id, caller);
        boolean cancelled = cancelling.cancel(id);
        return answerUnlessRefused(cancelled, find(id, caller), "Only a job that has not finished can be cancelled");
    }

    @Operation(operationId = "rescheduleJob", summary = "Let a job start at another time that has not begun")
    @PostMapping(path = "/{id}/reschedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.JOBS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<JobResponse> reschedule(
            Caller caller, @PathVariable JobId id, @Valid @RequestBody RescheduleRequest body) {
        find(id, caller);
        boolean rescheduled = rescheduling.at(id, body.dueAt());
        return answerUnlessRefused(rescheduled, find(id, caller), "Only a job that has not begun can be rescheduled");
    }

    @Operation(operationId = "promoteJob", summary = "Let a job start now that waits for its time")
    @PostMapping("/{id}/promote")
    @Needs(Scope.JOBS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<JobResponse> promote(Caller caller, @PathVariable JobId id) {
        find(id, caller);
        boolean promoted = rescheduling.now(id);
        return answerUnlessRefused(promoted, find(id, caller), "Only a job that has not begun can be promoted");
    }

    private static ResponseEntity<JobResponse> answerUnlessRefused(boolean done, Job job, String rule) {
        if (!done) {
            throw Refusal.of(ProblemType.WRONG_STATE, rule + "; this one is " + job.state() + ".")
                    .asException();
        }
        return answer(job);
    }

    private Job find(JobId id, Caller caller) {
        return jobs.find(id, caller.owner())
                .orElseThrow(() -> Refusal.notFound("job").asException());
    }

    private static ResponseEntity<JobResponse> answer(Job job) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(JobResponse.of(job));
    }
}
