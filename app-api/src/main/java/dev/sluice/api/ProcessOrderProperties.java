package dev.sluice.api;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the job {@code process-sync} is tried. The policy is frozen in each job when its order is placed.
 *
 * @param attempts how many times at most, the first one included
 * @param backoff how long after a failed attempt the next one is due
 */
@ConfigurationProperties("sluice.jobs.process-sync")
record ProcessOrderProperties(
        @DefaultValue("3") int attempts, @DefaultValue("5s") Duration backoff) {

    ProcessOrderProperties {
        if (attempts < 1 || attempts > 100) {
            throw new IllegalArgumentException("sluice.jobs.process-sync.attempts is from 1 to 100, not " + attempts);
        }
        if (backoff.isNegative()) {
            throw new IllegalArgumentException("sluice.jobs.process-sync.backoff is not negative");
        }
    }

    RetryPolicy retryPolicy() {
        return new RetryPolicy(attempts, Backoff.fixed(backoff));
    }
}
