package dev.sluice.adapters.web.job;

import dev.sluice.application.job.ControlledJobs;

/**
 * What has become of jobs that were controlled together.
 *
 * @param matched how many jobs the act was about, up to a limit
 * @param changed how many it has changed: none in a dry run, and not those that others have changed meanwhile
 * @param more whether jobs are left for another request
 */
public record ControlResponse(int matched, int changed, boolean dryRun, boolean more) {

    static ControlResponse of(ControlledJobs jobs, boolean dryRun) {
        return new ControlResponse(jobs.matched(), jobs.changed(), dryRun, jobs.more());
    }
}
