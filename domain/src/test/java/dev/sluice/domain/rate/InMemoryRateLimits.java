package dev.sluice.domain.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory, as one process that is alone; whether there is anything to count with is settable. */
public final class InMemoryRateLimits implements RateLimits {

    private final InstantSource clock;
    private final Map<Requester, Window> counted = new HashMap<>();
    private final Map<Requester, Window> uncounted = new HashMap<>();
    private boolean away;

    public InMemoryRateLimits(InstantSource clock) {
        this.clock = clock;
    }

    private record Window(Instant end, long spent) {}

    /** From now on nobody can count for all processes. */
    public synchronized void goAway() {
        away = true;
    }

    /** As if nobody had asked for anything yet. */
    public synchronized void forget() {
        counted.clear();
        uncounted.clear();
    }

    @Override
    public synchronized Spending spend(Requester requester, Allowance allowance, RequestKind kind) {
        if (!away) {
            return spend(counted, requester, allowance);
        }
        return switch (kind) {
            case READ -> new Spending.Uncounted();
            case WRITE -> spend(uncounted, requester, allowance.uncounted());
        };
    }

    private Spending spend(Map<Requester, Window> windows, Requester requester, Allowance allowance) {
        Instant now = clock.instant();
        Window window = windows.get(requester);
        if (window == null || !now.isBefore(window.end())) {
            window = new Window(now.plus(allowance.window()), 0);
        }
        Duration renewal = Duration.between(now, window.end());
        if (window.spent() >= allowance.requests()) {
            return new Spending.Refused(renewal);
        }
        windows.put(requester, new Window(window.end(), window.spent() + 1));
        return new Spending.Allowed(allowance.requests() - window.spent() - 1, renewal);
    }
}
