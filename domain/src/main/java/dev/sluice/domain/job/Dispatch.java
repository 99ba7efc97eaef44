package dev.sluice.domain.job;

/**
 * One sending of a job to the broker: all that a message says.
 *
 * @param number grows by one each time the job is dispatched, so that an old message claims nothing
 */
public record Dispatch(JobId job, int number) {}
