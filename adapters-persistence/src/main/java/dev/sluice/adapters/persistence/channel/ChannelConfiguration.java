package dev.sluice.adapters.persistence.channel;

import dev.sluice.domain.channel.Channels;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels. */
@Configuration(proxyBeanMethods = false)
public class ChannelConfiguration {

    @Bean
    Channels channels(DSLContext database) {
        return new JooqChannels(database);
    }
}
