package dev.sluice.domain.portfolio;

import dev.sluice.domain.catalogue.CreatorId;
import java.util.Optional;

/** All portfolios. Safe for use by many threads. */
@FunctionalInterface
public interface Portfolios {

    /** Works out a creator's portfolio; a heavy read. */
    Optional<Portfolio> find(CreatorId creator);
}
