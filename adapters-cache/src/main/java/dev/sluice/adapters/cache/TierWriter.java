package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheStatus;
import java.util.Iterator;
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
        List<Fetched> offered =
                fetched.stream().filter(each -> each.ticket() != null).toList();
        Iterator<Fill> fills = (offered.isEmpty() ? List.<Fill>of() : shared.fill(offered, budget)).iterator();
        return fetched.stream()
                .map(each -> written(each, each.ticket() == null ? Fill.FAILED : fills.next()))
                .toList();
    }

    /** What Redis did not take is kept in memory, where it is served for as long as it is certain to be right. */
    private Served written(Fetched fetched, Fill fill) {
        if (!fetched.isKept()) {
            local.forget(fetched.key());
            return new Served(fetched.entry(), CacheStatus.BYPASS);
        }
        if (fill == Fill.REFUSED) {
            tallies.of(fetched.key().region()).count(Tally.Event.REFUSED);
        } else {
            local.keep(fetched.key(), fetched.mark(), fetched.beganNanos(), fetched.entry());
        }
        return new Served(fetched.entry(), fill == Fill.STORED ? CacheStatus.MISS : CacheStatus.BYPASS);
    }
}
