package dev.sluice.domain.job;

/**
 * A job whose state an operator has just changed.
 *
 * @param state the state that it is in now
 * @param attempt the number of its latest attempt, 0 before the first
 */
public record ControlledJob(JobId id, String type, QueueName queue, JobState state, int attempt, Payload payload) {}
