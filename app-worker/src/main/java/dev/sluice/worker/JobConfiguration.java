package dev.sluice.worker;

import dev.sluice.application.job.Dispatcher;
import dev.sluice.application.job.JobAttempt;
import dev.sluice.application.job.JobConsumption;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.JobHandlers;
import dev.sluice.application.job.JobSettlement;
import dev.sluice.application.job.Rescue;
import dev.sluice.application.job.Worker;
import dev.sluice.application.job.WorkerLease;
import dev.sluice.application.job.WorkerProcess;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job engine. A handler takes part by being a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WorkerProperties.class, DispatcherProperties.class})
class JobConfiguration {

    @Bean
    JobHandlers jobHandlers(List<JobHandler<?>> handlers) {
        return new JobHandlers(handlers);
    }

    @Bean
    JobFollowers jobFollowers(List<JobFollower<?>> followers) {
        return new JobFollowers(followers);
    }

    @Bean
    JobSettlement jobSettlement(Transactions transactions, JobClaims claims, JobFollowers followers, Metrics metrics) {
        return new JobSettlement(transactions, claims, followers, metrics);
    }

    @Bean
    JobAttempt jobAttempt(JobHandlers handlers, JobClaims claims, Transactions transactions) {
        return new JobAttempt(handlers, claims, transactions);
    }

    @Bean
    WorkerLease workerLease(JobClaims claims, WorkerProperties properties) {
        return new WorkerLease(claims, properties.lease(), System::nanoTime);
    }

    @Bean
    HealthIndicator workerLeaseHealthIndicator(WorkerLease lease) {
        return () -> (lease.isHeld() ? Health.up() : Health.down()).build();
    }

    @Bean
    Worker worker(
            JobClaims claims,
            WorkerLease lease,
            JobAttempt attempt,
            JobSettlement settlement,
            Metrics metrics,
            WorkerProperties properties) {
        return new Worker(claims, lease, attempt, settlement, metrics, properties.concurrency());
    }

    @Bean
    Rescue rescue(Transactions transactions, JobClaims claims, JobSettlement settlement) {
        return new Rescue(transactions, claims, settlement);
    }

    @Bean
    Set<QueueName> queues(List<JobHandler<?>> handlers) {
        return handlers.stream().map(handler -> handler.type().queue()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whichever worker leads dispatches for all queues, those that it does not serve included. */
    @Bean
    Dispatcher dispatcher(
            JobDispatches dispatches, JobQueue broker, Set<QueueName> queues, DispatcherProperties properties) {
        return new Dispatcher(WorkerId.random(), dispatches, broker, queues, properties.settings());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    WorkerProcess workerProcess(
            Worker worker, WorkerLease lease, Dispatcher dispatcher, Rescue rescue, WorkerProperties properties) {
        return new WorkerProcess(worker, lease, dispatcher, rescue, properties.settings());
    }

    @Bean
    JobConsumption jobConsumption(
            Set<QueueName> queues, Worker worker, WorkerProcess process, WorkerProperties properties) {
        return new JobConsumption(properties.served(queues), worker, process::wakeDispatcher);
    }
}
