package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.cache.PrintedEncoding;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.InMemoryReadCache;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.InMemoryChannelSource;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadChannelStatisticsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryReadCache cache = new InMemoryReadCache(new PrintedEncoding(), clock);
    private final ReadChannelStatistics reading = new ReadChannelStatistics(cache, repositories.channels());
    private final Channel channel = SampleChannel.stored(repositories);

    @Test
    void theFirstReadWorksTheFiguresOutAndTheNextIsAHit() {
        CachedValue cold = read();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        CachedValue cached = read();
        assertThat(cold.status()).isEqualTo(CacheStatus.MISS);
        assertThat(cached.status()).isEqualTo(CacheStatus.LOCAL_HIT);
        assertThat(cached.content()).isEqualTo(cold.content());
    }

    @Test
    void aSynchronisationShowsAtOnce() {
        read();
        InMemoryChannelSource source = new InMemoryChannelSource();
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        InvalidateReads invalidating = new InvalidateReads(
                repositories.transactions(), repositories.pendingInvalidations(), cache, new Ids(clock));
        ManualEngine engine = new ManualEngine(clock, repositories.transactions())
                .with(new RefreshChannel(repositories.channels(), source, invalidating, clock));
        engine.enqueue(RefreshChannel.TYPE, RefreshChannel.Payload.of(channel.id()));
        engine.runDue();
        assertThat(PrintedEncoding.text(read())).contains("Winter light");
    }

    @Test
    void anUnknownChannelHasNoStatistics() {
        assertThat(reading.read(new ChannelId(new UUID(0, 1)))).isEmpty();
    }

    private CachedValue read() {
        return reading.read(channel.id()).orElseThrow();
    }
}
