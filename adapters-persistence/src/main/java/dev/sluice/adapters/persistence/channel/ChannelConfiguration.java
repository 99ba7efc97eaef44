package dev.sluice.adapters.persistence.channel;

import dev.sluice.adapters.persistence.pool.HeavyReads;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.channel.QuotaLedger;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels, and the quota of their source. */
@Configuration(proxyBeanMethods = false)
public class ChannelConfiguration {

    @Bean
    Channels channels(DSLContext database, HeavyReads reads) {
        return new JooqChannels(database, reads);
    }

    @Bean
    QuotaLedger quotaLedger(DSLContext database) {
        return new JooqQuotaLedger(database);
    }
}
