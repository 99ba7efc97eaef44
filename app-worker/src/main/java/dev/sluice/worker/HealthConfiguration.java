package dev.sluice.worker;

import dev.sluice.application.job.DispatcherSettings;
import dev.sluice.application.job.Dispatching;
import dev.sluice.application.job.DueWork;
import dev.sluice.application.job.JobMeters;
import dev.sluice.application.job.Loop;
import dev.sluice.application.job.RunningJobs;
import dev.sluice.application.job.StallWatch;
import dev.sluice.application.job.WorkerLease;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.QueueProgress;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether this worker can do its work, and whether work gets on. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator workerLeaseHealthIndicator(WorkerLease lease) {
        return () -> (lease.isHeld() ? Health.up() : Health.down()).build();
    }

    @Bean
    StallWatch stallWatch(
            Dispatching dispatching,
            DispatcherSettings settings,
            QueueProgress progress,
            RunningJobs running,
            JobMeters meters,
            Set<QueueName> queues,
            WorkerProperties properties) {
        DueWork due = new DueWork(dispatching, settings.limits());
        return new StallWatch(
                due,
                progress,
                running,
                meters,
                properties.watched(queues),
                properties.stalledAfter(),
                System::nanoTime);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop stallWatchLoop(StallWatch watch, WorkerProperties properties) {
        return new Loop("stall-watch", StallWatch.pause(properties.stalledAfter()), watch::runOnce);
    }

    /** A queue that nobody serves is told and held against no worker, for none that runs can help it. */
    @Bean
    HealthIndicator queueProgressHealthIndicator(StallWatch watch) {
        return () -> (watch.stalled().isEmpty() ? Health.up() : Health.down())
                .withDetail("stalled", names(watch.stalled()))
                .withDetail("unserved", names(watch.unserved()))
                .build();
    }

    private static List<String> names(Set<QueueName> queues) {
        return queues.stream().map(QueueName::value).sorted().toList();
    }
}
