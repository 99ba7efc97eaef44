package dev.sluice.api;

import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.RetryJob;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operators' use cases. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    JobFollowers jobFollowers(List<JobFollower<?>> followers) {
        return new JobFollowers(followers);
    }

    @Bean
    java.util.Set<dev.sluice.domain.job.QueueName> queues() {
        return java.util.Set.of(new dev.sluice.domain.job.QueueName("orders"), new dev.sluice.domain.job.QueueName("channels"));
    }

    @Bean
    CancelJob cancelJob(Transactions transactions, Jobs jobs, JobFollowers followers) {
        return new CancelJob(transactions, jobs, followers);
    }

    @Bean
    RetryJob retryJob(Transactions transactions, Jobs jobs, JobFollowers followers, JobQueue queue) {
        return new RetryJob(transactions, jobs, followers, queue);
    }
}
