package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The fetches that run in this process, so that there is one for each key. Who comes after an invalidation does not join one
 * that began before it: the mark has moved. Who may have missed an invalidation joins only what it would also take from
 * memory: a fetch may be slow.
 */
final class Flights {

    private final LocalTier local;
    private final SingleFlight<Flight, Served> flights;

    Flights(LocalTier local, Duration patience) {
        this.local = local;
        this.flights = new SingleFlight<>(patience);
    }

    private record Flight(String key, long mark) {}

    Served run(CacheKey<?> key, Supplier<Served> work, Supplier<Served> late) {
        long after = local.certainAfter(key, System.nanoTime());
        return flights.run(new Flight(key.text(), local.mark(key)), after, work, late);
    }

    FlightPart<Served> enter(CacheKey<?> key) {
        long after = local.certainAfter(key, System.nanoTime());
        return flights.enter(new Flight(key.text(), local.mark(key)), after);
    }
}
