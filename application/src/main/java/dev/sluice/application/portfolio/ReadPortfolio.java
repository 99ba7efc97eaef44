package dev.sluice.application.portfolio;

import dev.sluice.application.cache.CachedReads;
import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.ReadCache;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.portfolio.Portfolio;
import dev.sluice.domain.portfolio.Portfolios;
import java.util.Optional;

/** Reads a creator's portfolio through the cache. */
public final class ReadPortfolio {

    private final ReadCache cache;
    private final Portfolios portfolios;

    public ReadPortfolio(ReadCache cache, Portfolios portfolios) {
        this.cache = cache;
        this.portfolios = portfolios;
    }

    /** @return the encoded {@link Portfolio}, or empty if there is no such creator */
    public Optional<CachedValue> read(CreatorId creator) {
        CacheKey<Portfolio> key = CachedReads.portfolio(creator);
        return cache.getOrFetch(key, key.region().policy().ttl(), () -> portfolios.find(creator));
    }

    /** @return the same from this process's memory alone, or empty if it has to be read */
    public Optional<CachedValue> recall(CreatorId creator) {
        return cache.recall(CachedReads.portfolio(creator));
    }
}
