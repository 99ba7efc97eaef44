package dev.sluice.worker;

import dev.sluice.application.job.WatchedQueues;
import dev.sluice.application.job.WorkerSettings;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerOffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process works.
 *
 * @param queues the names of the queues that it takes jobs from; empty for all
 * @param concurrency how many jobs it runs at a time
 * @param lease for how long its claims hold without a heartbeat: so long a killed worker's jobs wait
 * @param drain how long it waits for running jobs when it stops; less than the platform's grace period
 * @param poll how long a due job waits at most if a wake-up is lost
 * @param history how long finished jobs are kept
 * @param crashes a job with which so many workers have died is given up
 * @param stalledAfter how long a queue with due work and free slots may stand still until this worker is not ready
 */
@ConfigurationProperties("sluice.worker")
record WorkerProperties(
        @DefaultValue Set<String> queues,
        @DefaultValue("16") int concurrency,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("20s") Duration drain,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("30d") Duration history,
        @DefaultValue("3") int crashes,
        @DefaultValue("1m") Duration stalledAfter) {

    WorkerProperties {
        queues = Set.copyOf(queues);
        require(concurrency >= 1 && concurrency <= 10_000, "sluice.worker.concurrency is from 1 to 10000");
        require(lease.toMillis() >= 1_000 && lease.toMillis() <= 30_000, "sluice.worker.lease is from 1s to 30s");
        require(!drain.isNegative(), "sluice.worker.drain is not negative");
        require(poll.toMillis() >= 1, "sluice.worker.poll is at least 1ms");
        require(crashes >= 1, "sluice.worker.crashes is at least 1");
        require(history.toDays() >= 1, "sluice.worker.history is at least 1d");
        require(
                stalledAfter.toMillis() >= 1_000 && stalledAfter.toHours() < 24,
                "sluice.worker.stalled-after is from 1s to less than 24h");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** The queues that it serves of all there are. */
    Set<QueueName> served(Set<QueueName> all) {
        Set<QueueName> served =
                queues.isEmpty() ? all : queues.stream().map(QueueName::new).collect(Collectors.toUnmodifiableSet());
        require(all.containsAll(served), "sluice.worker.queues are of " + names(all) + ", not " + queues);
        return served;
    }

    private static List<String> names(Set<QueueName> queues) {
        return queues.stream().map(QueueName::value).sorted().toList();
    }

    WatchedQueues watched(Set<QueueName> all) {
        return new WatchedQueues(all, served(all));
    }

    WorkerOffer offer(Set<QueueName> all) {
        return new WorkerOffer(served(all), concurrency);
    }

    WorkerSettings settings() {
        return new WorkerSettings(concurrency, lease, drain, poll);
    }
}
