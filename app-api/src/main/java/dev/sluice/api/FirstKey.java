package dev.sluice.api;

import dev.sluice.adapters.persistence.PersistenceConfiguration;
import dev.sluice.application.access.IssueApiKey;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.metric.Metrics;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Makes a key of operations, with which all others are made: whoever can reach the database may. It is written to
 * standard output, alone, and nothing else knows it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JooqAutoConfiguration.class
})
@Import({PersistenceConfiguration.class, FirstKey.Parts.class, AccessConfiguration.class})
class FirstKey {

    private static final String LABEL = "made by the command issue-key";

    /** Few connections, and nothing on standard output beside the key. */
    private static final String[] SETTINGS = {
        "--spring.datasource.hikari.maximum-pool-size=2",
        "--spring.datasource.hikari.minimum-idle=1",
        "--logging.level.root=error",
        "--logging.level.dev.sluice=error"
    };

    /** Ends the process with 1 if the database cannot be reached, after one line on standard error. */
    static void issue(String[] arguments) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(FirstKey.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false);
        try (ConfigurableApplicationContext context = application.run(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(SETTINGS)).toArray(String[]::new))) {
            System.out.println(issued(context.getBean(IssueApiKey.class)));
        } catch (RetryableFailure away) {
            System.err.println("Cannot make a key: " + reason(away));
            System.exit(1);
        }
    }

    private static String issued(IssueApiKey issuing) {
        Caller operations = new Caller(Owner.operations(), Set.of(Scope.values()));
        return issuing.issue(LABEL, operations, null).orElseThrow().token().text();
    }

    /** What the innermost cause says, such as that a connection was refused. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** What the persistence asks for. */
    static class Parts {

        @Bean
        Metrics metrics() {
            return (times, counter, tags) -> {};
        }

        @Bean
        Ids ids(InstantSource clock) {
            return new Ids(clock);
        }
    }
}
