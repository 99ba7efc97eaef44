package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelSource;
import java.net.URI;
import java.time.Duration;
import org.springframework.web.client.RestClient;

/** Makes sources as {@link YouTubeConfiguration} does. */
final class Sources {

    private Sources() {}

    static ChannelSource at(URI api, String key, Duration readTimeout) {
        return new YouTubeConfiguration()
                .channelSource(
                        RestClient.builder(), new YouTubeProperties(api, key, Duration.ofSeconds(2), readTimeout));
    }
}
