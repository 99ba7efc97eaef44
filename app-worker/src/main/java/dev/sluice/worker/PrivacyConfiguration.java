package dev.sluice.worker;

import dev.sluice.application.job.Loop;
import dev.sluice.application.privacy.ForgetPapers;
import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The end of erased buyers' invoices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class PrivacyConfiguration {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop forgetPapersLoop(
            Transactions transactions, PersonalRecords records, PrivacyProperties properties, InstantSource clock) {
        ForgetPapers forgetting = new ForgetPapers(transactions, records, properties.keepInvoicesYears(), clock);
        return Loop.background("forget-papers", PAUSE, forgetting::runOnce);
    }
}
