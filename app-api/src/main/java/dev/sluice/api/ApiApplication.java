package dev.sluice.api;

import dev.sluice.adapters.cache.CacheInvalidationConfiguration;
import dev.sluice.adapters.cache.ReadCacheConfiguration;
import dev.sluice.adapters.messaging.JobEventFeedConfiguration;
import dev.sluice.adapters.messaging.JobEventTellingConfiguration;
import dev.sluice.adapters.messaging.JobQueueConfiguration;
import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.adapters.web.WebConfiguration;
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
    JobQueueConfiguration.class,
    JobEventTellingConfiguration.class,
    JobEventFeedConfiguration.class,
    FoundationConfiguration.class,
    CacheConfiguration.class,
    CatalogueConfiguration.class,
    OrderConfiguration.class,
    ChannelConfiguration.class,
    JobConfiguration.class,
    JobEventConfiguration.class,
    ListeningNotice.class
})
public class ApiApplication {

    private static final String MIGRATE = "migrate";

    /** Serves the API, or with the argument {@code migrate} brings the database to the newest version and ends. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains(MIGRATE)) {
            DatabaseMigration.run(arguments);
        } else {
            SpringApplication.run(ApiApplication.class, arguments);
        }
    }
}
