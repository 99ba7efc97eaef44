package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.Jobs;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The record of jobs as beans of its ports. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

    private final JsonPayloads payloads = new JsonPayloads(JsonMapper.builder().build());

    @Bean
    Jobs jobs(DSLContext dsl) {
        return new JooqJobs(dsl, payloads);
    }

    @Bean
    JobClaims jobClaims(DSLContext dsl) {
        return new JooqJobClaims(dsl, payloads);
    }

    @Bean
    JobDispatches jobDispatches(DSLContext dsl) {
        return new JooqJobDispatches(dsl);
    }
}
