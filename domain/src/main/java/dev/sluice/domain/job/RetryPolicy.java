package dev.sluice.domain.job;

/**
 * How often a job is tried.
 *
 * @param attempts how many times at most, the first one included
 * @param backoff how long after a failed attempt the next one is due
 */
public record RetryPolicy(int attempts, Backoff backoff) {

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("a job is tried at least once");
        }
    }

    /** Whether a job whose attempt of this number failed is tried again. */
    public boolean allowsAnotherAfter(int attempt) {
        return attempt < attempts;
    }
}
