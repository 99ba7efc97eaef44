package dev.sluice.application.cache;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.cache.PendingInvalidations.Pending;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the cache what is pending, then forgets what it has been told: to tell it twice is harmless, never is not. */
final class Telling {

    private static final System.Logger LOG = System.getLogger(Telling.class.getName());

    private final Transactions transactions;
    private final PendingInvalidations pending;
    private final CacheInvalidations cache;

    Telling(Transactions transactions, PendingInvalidations pending, CacheInvalidations cache) {
        this.transactions = transactions;
        this.pending = pending;
        this.cache = cache;
    }

    /**
     * Call it outside a transaction: the cache may take its time. If the cache is away it stops there, and the rest stays
     * pending.
     *
     * @return how many this call has forgotten; others may have told the same meanwhile
     */
    int tell(List<Pending> wrong) {
        List<UUID> told = new ArrayList<>();
        try {
            byInvalidation(wrong).forEach((invalidation, ids) -> {
                if (accepts(invalidation)) {
                    told.addAll(ids);
                }
            });
        } catch (RetryableFailure away) {
            LOG.log(Level.WARNING, "the cache will be told later what is no longer right: {0}", away.getMessage());
        }
        return told.isEmpty() ? 0 : transactions.call(() -> pending.forget(told));
    }

    /** While the cache is away one may come to wait many times. Oldest first. */
    private static Map<Invalidation, List<UUID>> byInvalidation(List<Pending> wrong) {
        return wrong.stream()
                .collect(groupingBy(Pending::invalidation, LinkedHashMap::new, mapping(Pending::id, toList())));
    }

    /** One that the cache can make nothing of must not hold up the others. */
    private boolean accepts(Invalidation invalidation) {
        try {
            cache.invalidate(invalidation);
            return true;
        } catch (RetryableFailure away) {
            throw away;
        } catch (RuntimeException refusal) {
            LOG.log(
                    Level.WARNING,
                    "the cache refuses {0}: {1}",
                    invalidation.text(),
                    refusal.getClass().getName());
            return false;
        }
    }
}
