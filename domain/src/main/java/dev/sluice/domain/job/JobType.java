package dev.sluice.domain.job;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A kind of job.
 *
 * @param name its name in the record, lower-case with digits and hyphens: never changed once jobs of it exist
 * @param payload a record of plain values that says what to do; ids, no personal data
 * @param queue the queue that its jobs go through
 * @param retry how often its jobs are tried unless a request says otherwise
 * @param timeLimit how long one attempt may take until it is interrupted, unless a request says otherwise
 * @param <P> the type of the payload
 */
public record JobType<P>(String name, Class<P> payload, QueueName queue, RetryPolicy retry, Duration timeLimit) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public JobType {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a job type is named by lower-case letters, digits and hyphens: " + name);
        }
        requirePositive(timeLimit);
    }

    static void requirePositive(Duration timeLimit) {
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("a time limit is positive");
        }
    }
}
