package dev.sluice.worker;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.channel.ForgetFigures;
import dev.sluice.application.channel.RefreshAllChannels;
import dev.sluice.application.channel.RefreshChannel;
import dev.sluice.application.channel.RequestChannelSync;
import dev.sluice.application.job.Loop;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs {@code refresh-channel} and {@code refresh-all-channels}, and the end of old figures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
class ChannelConfiguration {

    private static final Duration PAUSE = Duration.ofHours(1);

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

    @Bean(initMethod = "start", destroyMethod = "close")
    Loop forgetFiguresLoop(
            Transactions transactions, Channels channels, InstantSource clock, ChannelProperties properties) {
        ForgetFigures forgetting = new ForgetFigures(transactions, channels, clock, properties.keep());
        return Loop.background("forget-figures", PAUSE, forgetting::runOnce);
    }
}
