package dev.sluice.worker;

import dev.sluice.application.channel.RefreshAllChannels;
import dev.sluice.application.job.Loop;
import dev.sluice.application.job.schedule.Scheduler;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.job.schedule.JobSchedule;
import dev.sluice.domain.job.schedule.JobSchedules;
import dev.sluice.domain.job.schedule.Timetable;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schedules and what fires them. A schedule takes part by being a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SchedulerProperties.class, SchedulesProperties.class})
class ScheduleConfiguration {

    @Bean
    JobSchedule<RefreshAllChannels.Payload> refreshChannelsSchedule(SchedulesProperties properties) {
        return properties
                .refreshChannels()
                .schedule("refresh-channels", RefreshAllChannels.TYPE, new RefreshAllChannels.Payload());
    }

    @Bean
    Timetable timetable(List<JobSchedule<?>> schedules, SchedulerProperties properties) {
        return new Timetable(schedules, properties.grace());
    }

    @Bean
    Scheduler scheduler(
            Timetable timetable,
            JobSchedules schedules,
            Jobs jobs,
            Transactions transactions,
            WakeUps wakeUps,
            Ids ids,
            Metrics metrics) {
        return new Scheduler(timetable, schedules, jobs, transactions, wakeUps, ids, metrics);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop schedulerLoop(Scheduler scheduler, SchedulerProperties properties) {
        return new Loop("scheduler", properties.poll(), scheduler::runOnce);
    }
}
