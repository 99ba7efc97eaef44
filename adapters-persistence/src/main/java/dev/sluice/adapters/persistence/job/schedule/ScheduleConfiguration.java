package dev.sluice.adapters.persistence.job.schedule;

import dev.sluice.domain.job.schedule.JobSchedules;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The record of schedules as a bean of its port. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {

    @Bean
    JobSchedules jobSchedules(DSLContext dsl) {
        return new JooqJobSchedules(dsl);
    }
}
