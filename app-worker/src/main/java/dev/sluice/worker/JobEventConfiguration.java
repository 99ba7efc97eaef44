package dev.sluice.worker;

import static dev.sluice.adapters.persistence.job.JobConfiguration.RECORDED_JOBS;
import static dev.sluice.adapters.persistence.job.JobConfiguration.RECORDED_JOB_CLAIMS;

import dev.sluice.application.job.event.CommittedEvents;
import dev.sluice.application.job.event.ObservedJobClaims;
import dev.sluice.application.job.event.ObservedJobs;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobEvents;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The record of jobs as the engine and the handlers take it: what they change is told as events. */
@Configuration(proxyBeanMethods = false)
class JobEventConfiguration {

    @Bean
    CommittedEvents committedEvents(Transactions transactions, JobEvents events, InstantSource clock) {
        return new CommittedEvents(transactions, events, clock);
    }

    @Bean
    Jobs jobs(@Qualifier(RECORDED_JOBS) Jobs recorded, CommittedEvents events) {
        return new ObservedJobs(recorded, events);
    }

    @Bean
    JobClaims jobClaims(@Qualifier(RECORDED_JOB_CLAIMS) JobClaims recorded, CommittedEvents events) {
        return new ObservedJobClaims(recorded, events);
    }
}
