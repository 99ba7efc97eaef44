package dev.sluice.worker;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.channel.RefreshAllChannels;
import dev.sluice.application.channel.RefreshChannel;
import dev.sluice.application.channel.RequestChannelSync;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs {@code refresh-channel} and {@code refresh-all-channels}. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    RefreshChannel refreshChannel(
            Channels channels, ChannelSource source, InvalidateReads invalidating, InstantSource clock) {
        return new RefreshChannel(channels, source, invalidating, clock);
    }

    /** Wakes nobody: wake-ups need the queues, and those need the handlers. The dispatcher's next look is soon enough. */
    @Bean
    RefreshAllChannels refreshAllChannels(Transactions transactions, Channels channels, Jobs jobs, Ids ids) {
        return new RefreshAllChannels(channels, new RequestChannelSync(transactions, channels, jobs, () -> {}, ids));
    }
}
