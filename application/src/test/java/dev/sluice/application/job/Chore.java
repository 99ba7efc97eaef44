package dev.sluice.application.job;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;

/** What a job is about that only the tests of the engine know. */
record Chore(String what) {

    static final QueueName QUEUE = new QueueName("chores");
    static final Duration BACKOFF = Duration.ofSeconds(5);
    static final RetryPolicy RETRY = new RetryPolicy(3, Backoff.fixed(BACKOFF));
    static final Duration LIMIT = Duration.ofMinutes(1);
    static final JobType<Chore> TYPE = new JobType<>("do-chore", Chore.class, QUEUE, RETRY, LIMIT);
}
