package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The fetch of several keys at once, of each of which there is one in the whole system: what other processes fetch is waited
 * for. Used by one thread.
 *
 * @param <V> the type of the values
 */
final class BatchFetch<V> {

    private static final Set<Freshness> SOON = Set.of(Freshness.FRESH, Freshness.REFRESHABLE);
    private static final Set<Freshness> ANY = Set.of(Freshness.FRESH, Freshness.REFRESHABLE, Freshness.LAST_RESORT);

    private final CacheParts parts;
    private final Duration ttl;
    private final Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> source;
    private final Budget budget;
    private final BiConsumer<CacheKey<V>, Served> sink;

    /** @param sink is told at once what there is under a key */
    BatchFetch(
            CacheParts parts,
            Duration ttl,
            Function<Set<CacheKey<V>>, Map<CacheKey<V>, V>> source,
            Budget budget,
            BiConsumer<CacheKey<V>, Served> sink) {
        this.parts = parts;
        this.ttl = ttl;
        this.source = source;
        this.budget = budget;
        this.sink = sink;
    }

    /** Fetches what no other process does, and then waits for what the others bring. */
    void run(Collection<CacheKey<V>> keys) {
        Set<CacheKey<V>> refused = fetchInTurn(keys, budget);
        if (!refused.isEmpty()) {
            await(refused);
        }
    }

    /** For a caller who has waited for others' fetches long enough. */
    void runLate(Collection<CacheKey<V>> keys) {
        Set<CacheKey<V>> left = look(keys, ANY, budget);
        if (!left.isEmpty()) {
            parts.spare().run(() -> fetch(left, begin(left, budget)));
        }
    }

    /** @return what others fetch */
    private Set<CacheKey<V>> fetchInTurn(Collection<CacheKey<V>> keys, Budget time) {
        Map<CacheKey<V>, Ticket> tickets = begin(keys, time);
        Set<CacheKey<V>> refused = only(tickets, ticket -> !ticket.granted());
        Set<CacheKey<V>> turn = new LinkedHashSet<>(keys);
        turn.removeAll(refused);
        turn.removeAll(broughtMeanwhile(tickets));
        fetch(turn, tickets);
        return refused;
    }

    /** Looks once more where there is something now: another fetch may have ended between the look and the lease. */
    private Set<CacheKey<V>> broughtMeanwhile(Map<CacheKey<V>, Ticket> tickets) {
        Set<CacheKey<V>> brought = only(tickets, ticket -> ticket.granted() && ticket.occupied());
        try {
            brought.removeAll(look(brought, SOON, budget));
        } catch (RuntimeException | Error failure) {
            release(tickets.keySet(), tickets);
            throw failure;
        }
        release(brought, tickets);
        return brought;
    }

    private Set<CacheKey<V>> only(Map<CacheKey<V>, Ticket> tickets, Predicate<Ticket> which) {
        Set<CacheKey<V>> keys = new LinkedHashSet<>(tickets.keySet());
        keys.removeIf(key -> !which.test(Objects.requireNonNull(tickets.get(key))));
        return keys;
    }

    private void await(Set<CacheKey<V>> refused) {
        Duration patience = Work.current().atMost(parts.patience());
        Lookout lookout = new Lookout(patience);
        Budget waiting = Budget.fresh(patience);
        Set<CacheKey<V>> left = refused;
        while (!left.isEmpty() && lookout.awaitNext()) {
            left = look(left, SOON, waiting);
            left = lookout.isTimeForATry() ? fetchInTurn(left, waiting) : left;
        }
        runLate(left);
    }

    /** @return what it has not served */
    private Set<CacheKey<V>> look(Collection<CacheKey<V>> keys, Set<Freshness> wanted, Budget time) {
        List<CacheKey<V>> all = List.copyOf(keys);
        Set<CacheKey<V>> left = new LinkedHashSet<>(all);
        List<Lookup> lookups = all.isEmpty() ? List.of() : parts.reader().look(all, time);
        for (int index = 0; index < all.size(); index++) {
            if (lookups.get(index) instanceof Lookup.Found found && isServed(all.get(index), found.entry(), wanted)) {
                left.remove(all.get(index));
            }
        }
        return left;
    }

    private boolean isServed(CacheKey<V> key, Entry entry, Set<Freshness> wanted) {
        Freshness freshness = entry.freshness(System.nanoTime());
        if (!wanted.contains(freshness)) {
            return false;
        }
        sink.accept(key, new Served(entry, freshness == Freshness.FRESH ? CacheStatus.SHARED_HIT : CacheStatus.STALE));
        return true;
    }

    /** @return no tickets for those of which Redis could not be asked: then nobody says that another has them */
    private Map<CacheKey<V>, Ticket> begin(Collection<CacheKey<V>> keys, Budget time) {
        List<CacheKey<V>> all = List.copyOf(keys);
        Map<CacheKey<V>, Ticket> tickets = new LinkedHashMap<>();
        List<Optional<Ticket>> begun =
                all.isEmpty() ? List.of() : parts.shared().begin(all, time);
        for (int index = 0; index < all.size(); index++) {
            CacheKey<V> key = all.get(index);
            begun.get(index).ifPresent(ticket -> tickets.put(key, ticket));
        }
        return tickets;
    }

    /** @return the same keys */
    private Set<CacheKey<V>> fetch(Set<CacheKey<V>> keys, Map<CacheKey<V>, Ticket> tickets) {
        if (!keys.isEmpty()) {
            try {
                fetchAndKeep(List.copyOf(keys), tickets);
            } catch (RuntimeException failure) {
                release(keys, tickets);
                rescue(keys, failure);
            } catch (Error failure) {
                release(keys, tickets);
                throw failure;
            }
        }
        return keys;
    }

    private void release(Set<CacheKey<V>> keys, Map<CacheKey<V>, Ticket> tickets) {
        Map<CacheKey<V>, Ticket> held = new LinkedHashMap<>(tickets);
        held.keySet().retainAll(keys);
        parts.shared().release(held, budget);
    }

    /** What Redis still has however old it is, and the failure if it lacks something. */
    private void rescue(Set<CacheKey<V>> keys, RuntimeException failure) {
        if (!look(keys, ANY, budget).isEmpty()) {
            throw failure;
        }
    }

    private void fetchAndKeep(List<CacheKey<V>> keys, Map<CacheKey<V>, Ticket> tickets) {
        List<Long> marks = keys.stream().map(parts.local()::mark).toList();
        long begin = System.nanoTime();
        Map<CacheKey<V>, V> values = timed(keys, begin);
        List<Fetched> fetched = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            CacheKey<V> key = keys.get(index);
            Entry entry = parts.entries().of(key, ttl, Optional.ofNullable(values.get(key)), begin);
            fetched.add(new Fetched(key, tickets.get(key), entry, marks.get(index), begin));
        }
        List<Served> served = parts.writer().write(fetched, budget);
        IntStream.range(0, keys.size()).forEach(index -> sink.accept(keys.get(index), served.get(index)));
    }

    private Map<CacheKey<V>, V> timed(List<CacheKey<V>> keys, long begin) {
        try {
            Map<CacheKey<V>, V> values = source.apply(new LinkedHashSet<>(keys));
            keys.forEach(parts.pauses()::succeeded);
            return values;
        } catch (RuntimeException failure) {
            keys.forEach(parts.pauses()::failed);
            throw failure;
        } finally {
            parts.tallies().of(keys.getFirst().region()).fetched(System.nanoTime() - begin);
        }
    }
}
