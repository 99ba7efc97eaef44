package dev.sluice.domain.job;

/**
 * A job that a worker has claimed. Its dispatch number is the fence of every later write: who lost the claim writes
 * nothing.
 *
 * @param attempt the number of this attempt, 1 for the first
 * @param retry how often the job is tried
 */
public record ClaimedJob(Dispatch dispatch, String type, int attempt, RetryPolicy retry, Payload payload) {}
