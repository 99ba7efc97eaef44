package dev.sluice.worker;

import dev.sluice.application.job.Claiming;
import dev.sluice.application.job.Dispatcher;
import dev.sluice.application.job.DispatcherSettings;
import dev.sluice.application.job.Dispatching;
import dev.sluice.application.job.FoldJobCounts;
import dev.sluice.application.job.JobAttempt;
import dev.sluice.application.job.JobConsumption;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.JobHandlers;
import dev.sluice.application.job.JobMeters;
import dev.sluice.application.job.JobSettlement;
import dev.sluice.application.job.Loop;
import dev.sluice.application.job.Refunds;
import dev.sluice.application.job.Rescue;
import dev.sluice.application.job.RunningJobs;
import dev.sluice.application.job.Settler;
import dev.sluice.application.job.Upkeep;
import dev.sluice.application.job.Worker;
import dev.sluice.application.job.WorkerLease;
import dev.sluice.application.job.WorkerProcess;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.TokenBuckets;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job engine. A handler takes part by being a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WorkerProperties.class, DispatcherProperties.class, LimitsProperties.class})
class JobConfiguration {

    private static final Duration UPKEEP = Duration.ofHours(1);
    private static final Duration FOLDING = Duration.ofSeconds(1);

    @Bean
    JobHandlers jobHandlers(List<JobHandler<?>> handlers) {
        return new JobHandlers(handlers);
    }

    @Bean
    JobFollowers jobFollowers(List<JobFollower<?>> followers) {
        return new JobFollowers(followers);
    }

    @Bean
    JobMeters jobMeters(Metrics metrics, Measures measures) {
        return new JobMeters(metrics, measures);
    }

    @Bean
    JobSettlement jobSettlement(
            Transactions transactions,
            JobClaims claims,
            JobFollowers followers,
            JobMeters meters,
            WorkerProperties properties) {
        return new JobSettlement(transactions, claims, followers, meters, properties.crashes());
    }

    @Bean
    JobAttempt jobAttempt(JobHandlers handlers, JobClaims claims, Transactions transactions, Metrics metrics) {
        return new JobAttempt(handlers, claims, transactions, metrics, new MdcLogContext());
    }

    @Bean
    RunningJobs runningJobs() {
        return new RunningJobs(System::nanoTime);
    }

    @Bean
    WorkerLease workerLease(JobClaims claims, Set<QueueName> queues, RunningJobs running, WorkerProperties properties) {
        return new WorkerLease(claims, properties.offer(queues), running, properties.lease(), System::nanoTime);
    }

    @Bean
    Worker worker(
            WorkerLease lease,
            RunningJobs running,
            Claiming claiming,
            JobAttempt attempt,
            JobSettlement settlement,
            WorkerProperties properties) {
        return new Worker(lease, running, claiming, attempt, new Settler(settlement), properties.concurrency());
    }

    @Bean
    Claiming claiming(JobClaims claims, TokenBuckets buckets, DispatcherSettings settings, JobMeters meters) {
        return new Claiming(claims, new Refunds(settings.limits(), buckets), meters);
    }

    @Bean
    Rescue rescue(Transactions transactions, JobClaims claims, JobSettlement settlement) {
        return new Rescue(transactions, claims, settlement);
    }

    @Bean
    Set<QueueName> queues(List<JobHandler<?>> handlers) {
        return handlers.stream().map(handler -> handler.type().queue()).collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    DispatcherSettings dispatcherSettings(
            DispatcherProperties dispatcher,
            LimitsProperties limits,
            Set<QueueName> queues,
            List<JobHandler<?>> handlers) {
        Set<String> types =
                handlers.stream().map(handler -> handler.type().name()).collect(Collectors.toUnmodifiableSet());
        return dispatcher.settings(limits.limits(queues, types));
    }

    @Bean
    Dispatching dispatching(
            Transactions transactions,
            JobDispatches dispatches,
            TokenBuckets buckets,
            JobQueue broker,
            JobMeters meters) {
        return new Dispatching(transactions, dispatches, buckets, broker, meters);
    }

    /** Whichever worker leads dispatches for all queues, those that it does not serve included. */
    @Bean
    Dispatcher dispatcher(Dispatching dispatching, Set<QueueName> queues, DispatcherSettings settings) {
        return new Dispatcher(WorkerId.random(), dispatching, queues, settings, System::nanoTime);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    WorkerProcess workerProcess(
            Worker worker,
            WorkerLease lease,
            RunningJobs running,
            Dispatcher dispatcher,
            Rescue rescue,
            WorkerProperties properties) {
        return new WorkerProcess(worker, lease, running, dispatcher, rescue, properties.settings());
    }

    @Bean
    JobConsumption jobConsumption(
            Set<QueueName> queues, Worker worker, WorkerProcess process, WorkerProperties properties) {
        return new JobConsumption(properties.served(queues), worker, process::wakeDispatcher);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop upkeepLoop(
            Transactions transactions,
            Jobs jobs,
            JobUpkeep upkeep,
            JobFollowers followers,
            WorkerProperties properties) {
        Upkeep keeping = new Upkeep(transactions, jobs, upkeep, followers, properties.history());
        return Loop.background("upkeep", UPKEEP, keeping::runOnce);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop jobCountsLoop(Transactions transactions, JobUpkeep upkeep) {
        return Loop.background("job-counts", FOLDING, new FoldJobCounts(transactions, upkeep)::runOnce);
    }
}
