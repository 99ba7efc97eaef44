package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.InMemoryQuotaLedger;
import dev.sluice.domain.channel.QuotaLedger;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.embedded.youtube.FakeYouTube;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.web.client.RestClient;

/** Makes sources as {@link YouTubeConfiguration} does. */
final class Sources {

    private static final Metrics UNCOUNTED = (times, counter, tags) -> {};

    private Sources() {}

    static ChannelSource at(URI api, String key, Duration readTimeout) {
        return of(
                new YouTubeProperties(api, key, Duration.ofSeconds(2), readTimeout, 10_000, 500),
                new InMemoryQuotaLedger(),
                InstantSource.system(),
                UNCOUNTED);
    }

    /** @param dailyQuota how many units a day has */
    static ChannelSource of(
            FakeYouTube youTube, int dailyQuota, QuotaLedger ledger, InstantSource clock, Metrics metrics) {
        YouTubeProperties properties = new YouTubeProperties(
                youTube.uri(), youTube.apiKey(), Duration.ofSeconds(2), Duration.ofSeconds(5), dailyQuota, 500);
        return of(properties, ledger, clock, metrics);
    }

    private static ChannelSource of(
            YouTubeProperties properties, QuotaLedger ledger, InstantSource clock, Metrics metrics) {
        return new YouTubeConfiguration().channelSource(RestClient.builder(), properties, ledger, clock, metrics);
    }
}
