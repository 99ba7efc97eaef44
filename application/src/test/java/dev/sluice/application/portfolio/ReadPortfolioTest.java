package dev.sluice.application.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.cache.PrintedEncoding;
import dev.sluice.application.catalogue.ReviseCreator;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.InMemoryReadCache;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadPortfolioTest {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryReadCache cache = new InMemoryReadCache(new PrintedEncoding(), clock);
    private final ReadPortfolio reading = new ReadPortfolio(cache, repositories.portfolios());
    private final Creator creator = SampleShop.creator();

    ReadPortfolioTest() {
        repositories.creators().add(creator);
    }

    @Test
    void theFirstReadWorksThePortfolioOutAndTheNextIsAHit() {
        CachedValue cold = read();
        clock.advance(TTL.minusMillis(1));
        CachedValue cached = read();
        assertThat(cold.status()).isEqualTo(CacheStatus.MISS);
        assertThat(cached.status()).isEqualTo(CacheStatus.LOCAL_HIT);
        assertThat(cached.content()).isEqualTo(cold.content());
        assertThat(PrintedEncoding.text(cached)).contains("2026-03-01T12:00:00Z");
    }

    @Test
    void itsFiguresAreAtMostAMinuteOld() {
        read();
        clock.advance(Duration.ofMinutes(1));
        assertThat(PrintedEncoding.text(read())).contains("2026-03-01T12:01:00Z");
    }

    @Test
    void aChangeOfTheProfileShowsAtOnce() {
        read();
        InvalidateReads invalidating = new InvalidateReads(
                repositories.transactions(), repositories.pendingInvalidations(), cache, new Ids(clock));
        new ReviseCreator(repositories.transactions(), repositories.creators(), invalidating)
                .revise(creator.revised(SampleShop.details("Südwind Presets")));
        assertThat(PrintedEncoding.text(read())).contains("Südwind Presets");
    }

    @Test
    void anUnknownCreatorHasNoPortfolioNowButMayHaveOneLater() {
        Creator later = SampleShop.creator();
        assertThat(reading.read(later.id())).isEmpty();
        repositories.creators().add(later);
        assertThat(reading.read(later.id())).isPresent();
        assertThat(reading.read(new CreatorId(new UUID(0, 1)))).isEmpty();
    }

    private CachedValue read() {
        return reading.read(creator.id()).orElseThrow();
    }
}
