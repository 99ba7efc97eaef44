package dev.sluice.api;

import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.ControlJobs;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.PauseJobs;
import dev.sluice.application.job.RescheduleJob;
import dev.sluice.application.job.RetryJob;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operators' use cases. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    JobFollowers jobFollowers(List<JobFollower<?>> followers) {
        return new JobFollowers(followers);
    }

    /** None: the API records jobs and wakes the dispatcher, but neither publishes nor consumes any. */
    @Bean
    Set<QueueName> queues() {
        return Set.of();
    }

    @Bean
    CancelJob cancelJob(Transactions transactions, Jobs jobs, JobFollowers followers) {
        return new CancelJob(transactions, jobs, followers);
    }

    @Bean
    RetryJob retryJob(Transactions transactions, Jobs jobs, JobFollowers followers, WakeUps wakeUps) {
        return new RetryJob(transactions, jobs, followers, wakeUps);
    }

    @Bean
    RescheduleJob rescheduleJob(Transactions transactions, Jobs jobs, WakeUps wakeUps) {
        return new RescheduleJob(transactions, jobs, wakeUps);
    }

    @Bean
    PauseJobs pauseJobs(Transactions transactions, JobPauses pauses, WakeUps wakeUps) {
        return new PauseJobs(transactions, pauses, wakeUps);
    }

    @Bean
    ControlJobs controlJobs(Transactions transactions, Jobs jobs, JobFollowers followers, WakeUps wakeUps) {
        return new ControlJobs(transactions, jobs, followers, wakeUps, System::nanoTime);
    }
}
