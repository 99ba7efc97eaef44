package dev.sluice.adapters.web.job.event;

import dev.sluice.application.job.event.JobEventHub;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The route of job events. What hears events passes them to the bean {@link JobEventHub}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobEventProperties.class)
@Import(JobEventController.class)
public class JobEventRoutes {

    @Bean
    JobEventHub jobEventHub(JobEventProperties properties) {
        return new JobEventHub(properties.streams(), properties.buffer());
    }

    @Bean
    JobEventStreams jobEventStreams(JobEventHub hub) {
        return new JobEventStreams(hub);
    }
}
