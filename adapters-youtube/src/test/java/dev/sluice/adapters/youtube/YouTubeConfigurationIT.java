package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.InMemoryQuotaLedger;
import dev.sluice.domain.channel.QuotaLedger;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.embedded.youtube.FakeYouTube;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class YouTubeConfigurationIT {

    @Test
    void providesTheSourceFromTheSettings() {
        try (FakeYouTube youTube = FakeYouTube.start();
                var context = new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "sluice.youtube.base-uri=" + youTube.uri(),
                                "sluice.youtube.api-key=" + youTube.apiKey())
                        .run()) {
            ChannelSource source = context.getBean(ChannelSource.class);
            assertThat(source.fetch(new YouTubeChannelId("UCabcdefghijklmnopqrstuv"), percent -> {}))
                    .isInstanceOf(SourceAnswer.Found.class);
        }
    }

    /** The adapter as an app takes it in. */
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        RestClientAutoConfiguration.class
    })
    @Import(YouTubeConfiguration.class)
    static class App {

        @Bean
        QuotaLedger quotaLedger() {
            return new InMemoryQuotaLedger();
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        Metrics metrics() {
            return (times, counter, tags) -> {};
        }
    }
}
