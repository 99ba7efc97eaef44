package dev.sluice.domain.job;

/**
 * A job to be done.
 *
 * @param <P> the type of the payload
 */
public record JobRequest<P>(JobId id, JobType<P> type, P payload) {}
