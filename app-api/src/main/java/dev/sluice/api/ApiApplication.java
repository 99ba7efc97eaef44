package dev.sluice.api;

import dev.sluice.adapters.cache.CacheInvalidationConfiguration;
import dev.sluice.adapters.cache.RateLimitConfiguration;
import dev.sluice.adapters.cache.ReadCacheConfiguration;
import dev.sluice.adapters.messaging.JobEventFeedConfiguration;
import dev.sluice.adapters.messaging.JobEventTellingConfiguration;
import dev.sluice.adapters.messaging.JobQueueConfiguration;
import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.adapters.web.WebConfiguration;
import dev.sluice.adapters.webhook.WebhookTargetConfiguration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The API process: the list of its parts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    WebConfiguration.class,
    PersistenceConfiguration.class,
    ReadCacheConfiguration.class,
    CacheInvalidationConfiguration.class,
    RateLimitConfiguration.class,
    JobQueueConfiguration.class,
    JobEventTellingConfiguration.class,
    JobEventFeedConfiguration.class,
    WebhookTargetConfiguration.class,
    FoundationConfiguration.class,
    AccessConfiguration.class,
    CacheConfiguration.class,
    CatalogueConfiguration.class,
    OrderConfiguration.class,
    ChannelConfiguration.class,
    JobConfiguration.class,
    JobEventConfiguration.class,
    WebhookConfiguration.class,
    PrivacyConfiguration.class,
    ListeningNotice.class
})
public class ApiApplication {

    private static final String MIGRATE = "migrate";
    private static final String ISSUE_KEY = "issue-key";

    /**
     * Serves the API. With the argument {@code migrate} it brings the database to the newest version and ends, with {@code
     * issue-key} it makes and prints an API key of operations and ends.
     */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains(MIGRATE)) {
            DatabaseMigration.run(arguments);
        } else if (Arrays.asList(arguments).contains(ISSUE_KEY)) {
            FirstKey.issue(arguments);
        } else {
            SpringApplication.run(ApiApplication.class, arguments);
        }
    }
}
