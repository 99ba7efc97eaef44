package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobCounts;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueProgress;
import dev.sluice.domain.job.TokenBuckets;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of jobs as beans of its ports. Those that events come from are chosen by name alone: an app makes of them
 * the beans that its use cases take.
 */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

    public static final String RECORDED_JOBS = "recordedJobs";
    public static final String RECORDED_JOB_CLAIMS = "recordedJobClaims";

    private final JsonPayloads payloads = new JsonPayloads(JsonMapper.builder().build());

    @Bean(name = RECORDED_JOBS, defaultCandidate = false)
    Jobs jobs(DSLContext dsl) {
        return new JooqJobs(dsl, payloads);
    }

    @Bean(name = RECORDED_JOB_CLAIMS, defaultCandidate = false)
    JobClaims jobClaims(DSLContext dsl) {
        return new JooqJobClaims(dsl, payloads);
    }

    @Bean
    JobDispatches jobDispatches(DSLContext dsl) {
        return new JooqJobDispatches(dsl);
    }

    @Bean
    JobPauses jobPauses(DSLContext dsl) {
        return new JooqJobPauses(dsl);
    }

    @Bean
    TokenBuckets tokenBuckets(DSLContext dsl) {
        return new JooqTokenBuckets(dsl);
    }

    @Bean
    QueueProgress queueProgress(DSLContext dsl) {
        return new JooqQueueProgress(dsl);
    }

    @Bean
    JobCounts jobCounts(DSLContext dsl) {
        return new JooqJobCounts(dsl);
    }

    @Bean
    JobUpkeep jobUpkeep(DSLContext dsl) {
        return new JooqJobUpkeep(dsl);
    }
}
