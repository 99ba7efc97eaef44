package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.QuotaLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How many units of quota a day has for all workers together. Safe for use by many threads. */
final class DailyQuota {

    private final QuotaLedger ledger;
    private final InstantSource clock;
    private final int limit;

    DailyQuota(QuotaLedger ledger, InstantSource clock, int limit) {
        this.ledger = ledger;
        this.clock = clock;
        this.limit = limit;
    }

    /** Today's units for reading one channel; none is taken yet. */
    Allowance allowance() {
        return new Allowance(ledger, QuotaDay.at(clock.instant()), limit);
    }

    /** Spares all workers further calls today. */
    void useUp() {
        ledger.useUp(QuotaDay.at(clock.instant()).date(), limit);
    }

    /** How long it is until there are units again. */
    Duration untilTomorrow() {
        Instant now = clock.instant();
        return Duration.between(now, QuotaDay.at(now).end());
    }
}
