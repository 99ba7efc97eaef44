package dev.sluice.application.job;

/**
 * What has become of jobs that were controlled together.
 *
 * @param matched how many the filter let through that the act would change, up to a limit
 * @param changed how many it has changed: others may have been quicker
 * @param more whether there are jobs that were left for another time
 */
public record ControlledJobs(int matched, int changed, boolean more) {}
