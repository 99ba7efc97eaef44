package dev.sluice.bench.job;

import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A job that does nothing but set the status of the row it is about. */
record Noop(JobType<Noop.Payload> type, StatusUpdate status, Consumer<List<Long>> update)
        implements JobHandler<Noop.Payload>, JobFollower<Noop.Payload> {

    record Payload(long order) {}

    /** The jobs that warm the processes up. */
    static final JobType<Payload> WARM_UP = type("warm-up");

    /** The jobs that wait and are drained. */
    static final JobType<Payload> WAITING = type("waiting");

    /** The jobs that arrive at a fixed rate. */
    static final JobType<Payload> ARRIVING = type("arriving");

    private static JobType<Payload> type(String name) {
        RetryPolicy retry = new RetryPolicy(3, Backoff.fixed(Duration.ofSeconds(5)));
        return new JobType<>(name, Payload.class, new QueueName(name), retry, Duration.ofMinutes(1));
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) {
        switch (status) {
            case PLAIN -> update.accept(List.of(payload.order()));
            case FENCED ->
                run.inTransaction(() -> {
                    update.accept(List.of(payload.order()));
                    return true;
                });
            case FOLLOWED -> {
                // Done by follow.
            }
        }
        return new JobOutcome.Done();
    }

    @Override
    public void follow(List<Payload> payloads, JobState state) {
        if (status == StatusUpdate.FOLLOWED) {
            update.accept(payloads.stream().map(Payload::order).toList());
        }
    }
}
