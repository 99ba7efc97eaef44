package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheStatus;
import java.util.ArrayList;
import java.util.List;

/** Puts what fetches brought into both tiers. */
final class TierWriter {

    private final LocalTier local;
    private final SharedTier shared;
    private final Tallies tallies;

    TierWriter(LocalTier local, SharedTier shared, Tallies tallies) {
        this.local = local;
        this.shared = shared;
        this.tallies = tallies;
    }

    /** @return what is served, for each of them */
    List<Served> write(List<Fetched> fetched, Budget budget) {
        List<Fetched> offered = fetched.stream().filter(TierWriter::isOffered).toList();
        List<Fill> fills = offered.isEmpty() ? List.of() : shared.fill(offered, budget);
        List<Served> served = new ArrayList<>();
        for (Fetched each : fetched) {
            int place = offered.indexOf(each);
            served.add(place < 0 ? unoffered(each, budget) : filled(each, fills.get(place)));
        }
        return served;
    }

    private static boolean isOffered(Fetched fetched) {
        return fetched.ticket() != null && fetched.isKept();
    }

    /** Without Redis it is kept in memory, where it is served for as long as it is certain to be right. */
    private Served unoffered(Fetched fetched, Budget budget) {
        if (fetched.ticket() != null) {
            shared.release(fetched.key(), fetched.ticket(), budget);
        } else if (fetched.isKept()) {
            keep(fetched);
        }
        return new Served(fetched.entry(), CacheStatus.BYPASS);
    }

    private Served filled(Fetched fetched, Fill fill) {
        if (fill == Fill.REFUSED) {
            tallies.of(fetched.key().region()).count(Tally.Event.REFUSED);
        } else {
            keep(fetched);
        }
        return new Served(fetched.entry(), fill == Fill.STORED ? CacheStatus.MISS : CacheStatus.BYPASS);
    }

    private void keep(Fetched fetched) {
        local.keep(fetched.key(), fetched.mark(), fetched.beganNanos(), fetched.entry());
    }
}
