package dev.sluice.worker;

import dev.sluice.application.channel.RefreshChannel;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.Channels;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@code refresh-channel}. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    RefreshChannel refreshChannel(
            Channels channels, ChannelSource source, CacheInvalidations invalidations, InstantSource clock) {
        return new RefreshChannel(channels, source, invalidations, clock);
    }
}
