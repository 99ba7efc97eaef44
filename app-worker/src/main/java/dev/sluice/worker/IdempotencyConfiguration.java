package dev.sluice.worker;

import dev.sluice.application.idempotency.ForgetKeys;
import dev.sluice.application.job.Loop;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The end of idempotency keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyProperties.class)
class IdempotencyConfiguration {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop forgetKeysLoop(Transactions transactions, IdempotencyRecords records, IdempotencyProperties properties) {
        return Loop.background("forget-keys", PAUSE, new ForgetKeys(transactions, records, properties.keep())::runOnce);
    }
}
