package dev.sluice.domain.channel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Units in memory. */
public final class InMemoryQuotaLedger implements QuotaLedger {

    private final Map<LocalDate, Integer> used = new HashMap<>();

    @Override
    public synchronized boolean take(LocalDate day, int units, int limit) {
        boolean left = used(day) + units <= limit;
        if (left) {
            used.merge(day, units, Integer::sum);
        }
        return left;
    }

    @Override
    public synchronized void giveBack(LocalDate day, int units) {
        used.merge(day, -units, Integer::sum);
    }

    @Override
    public synchronized void useUp(LocalDate day, int limit) {
        used.merge(day, limit, Math::max);
    }

    /** How many units of a day are used. */
    public synchronized int used(LocalDate day) {
        return used.getOrDefault(day, 0);
    }
}
