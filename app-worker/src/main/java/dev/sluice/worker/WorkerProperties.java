package dev.sluice.worker;

import dev.sluice.application.job.WorkerSettings;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
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
 */
@ConfigurationProperties("sluice.worker")
record WorkerProperties(
        @DefaultValue Set<String> queues,
        @DefaultValue("16") int concurrency,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("20s") Duration drain,
        @DefaultValue("250ms") Duration poll) {

    WorkerProperties {
        queues = Set.copyOf(queues);
        require(concurrency >= 1 && concurrency <= 10_000, "sluice.worker.concurrency is from 1 to 10000");
        require(lease.toMillis() >= 1_000 && lease.toMillis() <= 30_000, "sluice.worker.lease is from 1s to 30s");
        require(!drain.isNegative(), "sluice.worker.drain is not negative");
        require(poll.toMillis() >= 1, "sluice.worker.poll is at least 1ms");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** The queues that it serves of all there are. */
    Set<QueueName> served(Set<QueueName> all) {
        return queues.isEmpty() ? all : queues.stream().map(QueueName::new).collect(Collectors.toUnmodifiableSet());
    }

    WorkerSettings settings() {
        return new WorkerSettings(concurrency, lease, drain, poll);
    }
}
