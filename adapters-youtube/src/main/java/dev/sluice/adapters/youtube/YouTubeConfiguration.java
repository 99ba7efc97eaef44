package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.QuotaLedger;
import dev.sluice.domain.metric.Metrics;
import java.net.http.HttpClient;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Provides the {@link ChannelSource} on top of the REST client that Spring Boot sets up. It needs the {@link QuotaLedger},
 * the clock and the {@link Metrics} of the app.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(YouTubeProperties.class)
public class YouTubeConfiguration {

    @Bean
    ChannelSource channelSource(
            RestClient.Builder builder,
            YouTubeProperties properties,
            QuotaLedger ledger,
            InstantSource clock,
            Metrics metrics) {
        RestClient client = builder.baseUrl(properties.baseUri())
                .requestFactory(requestFactory(properties))
                .defaultHeader(YouTubeApi.KEY_HEADER, properties.apiKey())
                .build();
        return new YouTubeChannelSource(
                new YouTubeApi(client, properties.rememberedAnswers(), metrics),
                new DailyQuota(ledger, clock, properties.dailyQuota()));
    }

    private static ClientHttpRequestFactory requestFactory(YouTubeProperties properties) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(properties.readTimeout());
        return factory;
    }
}
