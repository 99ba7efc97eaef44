package dev.sluice.worker;

import dev.sluice.adapters.cache.CacheInvalidationConfiguration;
import dev.sluice.adapters.documents.DocumentsConfiguration;
import dev.sluice.adapters.mail.MailConfiguration;
import dev.sluice.adapters.messaging.JobConsumerConfiguration;
import dev.sluice.adapters.messaging.JobEventTellingConfiguration;
import dev.sluice.adapters.messaging.JobQueueConfiguration;
import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.adapters.webhook.WebhookSenderConfiguration;
import dev.sluice.adapters.youtube.YouTubeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The worker process: the list of its parts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    PersistenceConfiguration.class,
    CacheInvalidationConfiguration.class,
    JobQueueConfiguration.class,
    JobConsumerConfiguration.class,
    JobEventTellingConfiguration.class,
    DocumentsConfiguration.class,
    MailConfiguration.class,
    YouTubeConfiguration.class,
    WebhookSenderConfiguration.class,
    FoundationConfiguration.class,
    CacheConfiguration.class,
    OrderConfiguration.class,
    ChannelConfiguration.class,
    WebhookConfiguration.class,
    JobConfiguration.class,
    IdempotencyConfiguration.class,
    PrivacyConfiguration.class,
    HealthConfiguration.class,
    JobEventConfiguration.class,
    ScheduleConfiguration.class
})
public class WorkerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WorkerApplication.class, arguments);
    }
}
