package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelSource;
import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Provides the {@link ChannelSource} on top of the REST client that Spring Boot sets up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(YouTubeProperties.class)
public class YouTubeConfiguration {

    @Bean
    ChannelSource channelSource(RestClient.Builder builder, YouTubeProperties properties) {
        RestClient client = builder.baseUrl(properties.baseUri())
                .requestFactory(requestFactory(properties))
                .defaultHeader(YouTubeApi.KEY_HEADER, properties.apiKey())
                .build();
        return new YouTubeChannelSource(new YouTubeApi(client));
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
