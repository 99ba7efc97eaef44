package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.metric.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the engine counts and measures, under which names. Safe for use by many threads. */
public final class JobMeters {

    private static final String TYPE = "type";
    private static final String OUTCOME = "outcome";
    private static final String QUEUE = "queue";

    private final Metrics metrics;
    private final Measures measures;

    public JobMeters(Metrics metrics, Measures measures) {
        this.metrics = metrics;
        this.measures = measures;
    }

    /** A job's attempt has begun. */
    void begun(ClaimedJob job) {
        measures.took("job.start.delay", job.waited(), QUEUE, job.queue().value());
    }

    /** An attempt has been settled. */
    void attempted(ClaimedJob job, Duration took, String outcome) {
        metrics.count("job.attempts", TYPE, job.type(), OUTCOME, outcome);
        measures.took("job.duration", took, TYPE, job.type(), OUTCOME, outcome);
    }

    /** So many attempts as ended together have been settled by one commit. */
    void committed() {
        metrics.count("job.commits");
    }

    /** The job of a worker that is gone has been settled. */
    void rescued(ClaimedJob job, String outcome) {
        metrics.count("job.rescues", TYPE, job.type(), OUTCOME, outcome);
    }

    /** So many dispatches arrived whose jobs were not to be had any more. */
    void lost(int claims) {
        metrics.count(claims, "job.claims", OUTCOME, "lost");
    }

    /** So many dispatches have been given to the broker for the first time. */
    void published(QueueName queue, int dispatches) {
        dispatched(queue, dispatches, "published");
    }

    /** So many dispatches have been given to the broker again, for their first messages are lost. */
    void repeated(QueueName queue, int dispatches) {
        dispatched(queue, dispatches, "repeated");
    }

    /** So many dispatches have been refused by the broker. */
    void refused(QueueName queue, int dispatches) {
        dispatched(queue, dispatches, "refused");
    }

    private void dispatched(QueueName queue, int dispatches, String outcome) {
        metrics.count(dispatches, "job.dispatches", QUEUE, queue.value(), OUTCOME, outcome);
    }

    /** How many jobs of each queue are dispatched and unclaimed; none if this worker is not the dispatcher. */
    void windows(Map<QueueName, Integer> unclaimed) {
        measures.levels("job.dispatch.window", "jobs", QUEUE, named(unclaimed));
    }

    /** For how long the job of each queue has been due that waits longest; none if it is not known. */
    void ages(Map<QueueName, Duration> oldest) {
        Map<QueueName, Double> seconds = oldest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, age -> age.getValue().toMillis() / 1_000.0));
        measures.levels("job.oldest.age", "seconds", QUEUE, named(seconds));
    }

    private static <N extends Number> Map<String, N> named(Map<QueueName, N> levels) {
        return levels.entrySet().stream()
                .collect(Collectors.toMap(level -> level.getKey().value(), Map.Entry::getValue));
    }
}
