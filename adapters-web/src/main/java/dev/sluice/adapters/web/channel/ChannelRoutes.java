package dev.sluice.adapters.web.channel;

import dev.sluice.adapters.web.cached.CachedRoute;
import dev.sluice.application.channel.ReadChannelStatistics;
import dev.sluice.domain.channel.ChannelId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of channels. */
@Configuration(proxyBeanMethods = false)
@Import(ChannelController.class)
public class ChannelRoutes {

    @Bean
    CachedRoute cachedStatistics(ReadChannelStatistics reading) {
        return new CachedRoute(
                ChannelController.PATH + ChannelController.STATISTICS,
                ChannelController.ANSWER,
                id -> reading.recall(new ChannelId(id)));
    }
}
