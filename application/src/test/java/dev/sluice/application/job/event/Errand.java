package dev.sluice.application.job.event;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** What a job is about that only the tests of events know. */
record Errand(String what) {

    static final QueueName QUEUE = new QueueName("errands");
    static final JobType<Errand> TYPE = new JobType<>(
            "run-errand",
            Errand.class,
            QUEUE,
            new RetryPolicy(3, Backoff.fixed(Duration.ofSeconds(5))),
            Duration.ofMinutes(1));

    private static final Ids IDS = new Ids(InstantSource.system());

    static JobRequest<Errand> request(UnaryOperator<JobOptions> options) {
        return JobRequest.of(new JobId(IDS.next()), TYPE, new Errand("buy milk"))
                .with(options);
    }
}
