package dev.sluice.api;

import dev.sluice.application.access.IssueApiKey;
import dev.sluice.application.access.RevokeApiKey;
import dev.sluice.application.access.RotateApiKey;
import dev.sluice.application.access.VerifyApiKey;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of API keys. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    VerifyApiKey verifyApiKey(ApiKeys keys, InstantSource clock) {
        return new VerifyApiKey(keys, clock, System::nanoTime);
    }

    @Bean
    IssueApiKey issueApiKey(ApiKeys keys, Creators creators, Ids ids, InstantSource clock) {
        return new IssueApiKey(keys, creators, ids, clock);
    }

    @Bean
    RotateApiKey rotateApiKey(Transactions transactions, ApiKeys keys, Ids ids, InstantSource clock) {
        return new RotateApiKey(transactions, keys, ids, clock);
    }

    @Bean
    RevokeApiKey revokeApiKey(ApiKeys keys, InstantSource clock) {
        return new RevokeApiKey(keys, clock);
    }
}
