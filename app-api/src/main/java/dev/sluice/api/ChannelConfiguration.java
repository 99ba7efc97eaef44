package dev.sluice.api;

import dev.sluice.application.channel.ReadChannelStatistics;
import dev.sluice.application.channel.RequestChannelSync;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of channels. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    ReadChannelStatistics readChannelStatistics(ReadCache cache, Channels channels) {
        return new ReadChannelStatistics(cache, channels);
    }

    @Bean
    RequestChannelSync requestChannelSync(
            Transactions transactions, Channels channels, Jobs jobs, WakeUps wakeUps, Ids ids) {
        return new RequestChannelSync(transactions, channels, jobs, wakeUps, ids);
    }
}
