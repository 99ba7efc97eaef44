package dev.sluice.domain.job;

/**
 * A kind of job.
 *
 * @param name its name in the record, lower-case with hyphens: never changed once jobs of it exist
 * @param payload a record of plain values that says what to do; ids, no personal data
 * @param queue the queue that its jobs go through
 * @param retry how often its jobs are tried unless a request says otherwise
 * @param <P> the type of the payload
 */
public record JobType<P>(String name, Class<P> payload, QueueName queue, RetryPolicy retry) {}
