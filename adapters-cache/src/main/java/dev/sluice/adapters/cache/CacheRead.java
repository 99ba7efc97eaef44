package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.load.Work;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One read of a key that is not in memory: from Redis, or from the source with a fence around the fetch. Used by one
 * thread.
 *
 * @param <V> the type of the value
 */
final class CacheRead<V> {

    private static final Logger LOG = System.getLogger(CacheRead.class.getName());

    private final CacheParts parts;
    private final CacheKey<V> key;
    private final Duration ttl;
    private final Supplier<Optional<V>> source;
    /** Another one for the time that is spent on waiting for another process. */
    private Budget budget;

    CacheRead(CacheParts parts, CacheKey<V> key, Duration ttl, Supplier<Optional<V>> source) {
        this.parts = parts;
        this.key = key;
        this.ttl = ttl;
        this.source = source;
        this.budget = Budget.ofRequest(parts.budget());
    }

    /** The value, wherever it is to be had. */
    Served run() {
        return switch (look()) {
            case Lookup.Found found -> answer(found.entry());
            case Lookup.Absent absent -> fetchInTurn();
            case Lookup.Unknown unknown -> fetch(null);
        };
    }

    /** The value for a caller who has waited for another's fetch long enough. */
    Served runLate() {
        return lookForAnything()
                .orElseGet(() ->
                        parts.spare().run(() -> begin().map(this::fetchUnder).orElseGet(() -> fetch(null))));
    }

    /** Fetches a value that has outlived its ttl, unless another process does or has done so. */
    void refresh() {
        try {
            begin().filter(Ticket::granted).ifPresent(this::refresh);
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "a value of " + key.region().name() + " could not be refreshed", failure);
        }
    }

    private Optional<Ticket> begin() {
        return parts.shared().begin(List.of(key), budget).getFirst();
    }

    private void refresh(Ticket ticket) {
        if (lookFor(Freshness.FRESH).isPresent()) {
            release(ticket);
            return;
        }
        parts.tallies().of(key.region()).count(Tally.Event.REFRESH);
        fetchUnder(ticket);
    }

    /** What Redis has, which is kept in memory from now on. */
    private Lookup look() {
        return parts.reader().look(List.of(key), budget).getFirst();
    }

    private Served answer(Entry entry) {
        return switch (entry.freshness(now())) {
            case FRESH -> new Served(entry, CacheStatus.SHARED_HIT);
            case REFRESHABLE -> new Served(entry, CacheStatus.STALE);
            case LAST_RESORT -> parts.pauses().allow(key) ? fetchInTurn() : new Served(entry, CacheStatus.STALE);
            case DEAD -> fetchInTurn();
        };
    }

    /** Fetches if no other process does, or else waits for what that one brings. */
    private Served fetchInTurn() {
        Optional<Ticket> ticket = begin();
        if (ticket.isEmpty()) {
            return fetch(null);
        }
        return ticket.get().granted() ? fetchFirst(ticket.get()) : await(ticket.get());
    }

    private Served await(Ticket refused) {
        Duration patience = Work.current().atMost(parts.patience());
        Lookout lookout = new Lookout(patience);
        Budget own = budget;
        budget = Budget.fresh(patience);
        Ticket ticket = refused;
        while (lookout.awaitNext()) {
            Optional<Entry> brought = lookFor(Freshness.FRESH, Freshness.REFRESHABLE);
            if (brought.isPresent()) {
                return answer(brought.get());
            }
            ticket = lookout.isTimeForATry() ? begin().orElse(ticket) : ticket;
            if (ticket.granted()) {
                budget = own;
                return fetchFirst(ticket);
            }
        }
        budget = own;
        return tooLate(ticket);
    }

    private Optional<Entry> lookFor(Freshness... wanted) {
        return look() instanceof Lookup.Found found
                        && List.of(wanted).contains(found.entry().freshness(now()))
                ? Optional.of(found.entry())
                : Optional.empty();
    }

    /** Looks once more if there is something now: another fetch may have ended between the look and the lease. */
    private Served fetchFirst(Ticket ticket) {
        Optional<Entry> brought = ticket.occupied() ? broughtMeanwhile(ticket) : Optional.empty();
        if (brought.isEmpty()) {
            return fetchUnder(ticket);
        }
        release(ticket);
        return answer(brought.get());
    }

    private Optional<Entry> broughtMeanwhile(Ticket ticket) {
        try {
            return lookFor(Freshness.FRESH, Freshness.REFRESHABLE);
        } catch (RuntimeException | Error failure) {
            release(ticket);
            throw failure;
        }
    }

    private Served tooLate(Ticket ticket) {
        return lookForAnything().orElseGet(() -> parts.spare().run(() -> fetchUnder(ticket)));
    }

    /** What Redis still has however old it is, unless it has been invalidated meanwhile. */
    private Optional<Served> lookForAnything() {
        return lookFor(Freshness.FRESH, Freshness.REFRESHABLE, Freshness.LAST_RESORT)
                .map(entry -> new Served(
                        entry, entry.freshness(now()) == Freshness.FRESH ? CacheStatus.SHARED_HIT : CacheStatus.STALE));
    }

    private void release(Ticket ticket) {
        parts.shared().release(Map.of(key, ticket), budget);
    }

    private Served fetchUnder(Ticket ticket) {
        try {
            return fetch(ticket);
        } catch (RuntimeException failure) {
            release(ticket);
            return lookForAnything().orElseThrow(() -> failure);
        } catch (Error failure) {
            release(ticket);
            throw failure;
        }
    }

    /** @param ticket null without Redis */
    private Served fetch(@Nullable Ticket ticket) {
        long mark = parts.local().mark(key);
        long begin = now();
        Entry entry = parts.entries().of(key, ttl, timed(begin), begin);
        return parts.writer()
                .write(List.of(new Fetched(key, ticket, entry, mark, begin)), budget)
                .getFirst();
    }

    private Optional<V> timed(long begin) {
        try {
            Optional<V> value = source.get();
            parts.pauses().succeeded(key);
            return value;
        } catch (RuntimeException failure) {
            parts.pauses().failed(key);
            throw failure;
        } finally {
            parts.tallies().of(key.region()).fetched(now() - begin);
        }
    }

    private static long now() {
        return System.nanoTime();
    }
}
