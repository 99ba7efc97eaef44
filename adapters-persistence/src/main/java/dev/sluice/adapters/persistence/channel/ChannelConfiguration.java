package dev.sluice.adapters.persistence.channel;

import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.channel.QuotaLedger;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels, and the quota of their source. */
@Configuration(proxyBeanMethods = false)
public class ChannelConfiguration {

    @Bean
    Channels channels(DSLContext database) {
        return new JooqChannels(database);
    }

    @Bean
    QuotaLedger quotaLedger(DSLContext database) {
        return new JooqQuotaLedger(database);
    }
}
