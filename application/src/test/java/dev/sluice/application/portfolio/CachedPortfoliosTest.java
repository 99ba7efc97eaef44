package dev.sluice.application.portfolio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.CachedReads;
import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.InMemoryReadCache;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.portfolio.Portfolio;
import dev.sluice.domain.portfolio.Portfolios;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The README's example of a port that is cached by wrapping it. */
class CachedPortfoliosTest {

    private final InMemoryRepositories repositories = InMemoryRepositories.empty();
    private final ByPlace encoding = new ByPlace();
    private final List<CreatorId> asked = new ArrayList<>();
    private final Portfolios portfolios =
            new CachedPortfolios(new InMemoryReadCache(encoding, InstantSource.system()), encoding, creator -> {
                asked.add(creator);
                return repositories.portfolios().find(creator);
            });

    private record CachedPortfolios(ReadCache cache, Encoding encoding, Portfolios source) implements Portfolios {

        @Override
        public Optional<Portfolio> find(CreatorId creator) {
            CacheKey<Portfolio> key = CachedReads.portfolio(creator);
            return cache.getOrFetch(key, key.region().policy().ttl(), () -> source.find(creator))
                    .map(value -> encoding.decode(value.content(), Portfolio.class));
        }
    }

    @Test
    void whoAsksAWrappedPortKnowsOfNoCache() {
        Creator creator = SampleShop.creator();
        repositories.creators().add(creator);

        Portfolio first = portfolios.find(creator.id()).orElseThrow();
        Portfolio second = portfolios.find(creator.id()).orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(first.creatorId()).isEqualTo(creator.id());
        assertThat(asked).containsExactly(creator.id());
        assertThat(portfolios.find(SampleShop.creator().id())).isEmpty();
    }

    /** Encodes a value as the place where it keeps it. */
    private static final class ByPlace implements Encoding {

        private final List<Object> values = new ArrayList<>();

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public byte[] encode(Object value) {
            values.add(value);
            return Integer.toString(values.size() - 1).getBytes(UTF_8);
        }

        @Override
        public <V> V decode(ByteBuffer content, Class<V> type) {
            return type.cast(values.get(Integer.parseInt(UTF_8.decode(content).toString())));
        }
    }
}
