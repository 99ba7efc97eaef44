package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.QuotaLedger;
import dev.sluice.domain.failure.FinalFailure;

/**
 * The units of quota for reading one channel, all of the day on which it begins. They are taken before they are spent: a
 * process that dies has counted too much and never too little. Closing gives back what is left. Used by one thread.
 */
final class Allowance implements AutoCloseable {

    private final QuotaLedger ledger;
    private final QuotaDay day;
    private final int limit;
    private int taken;
    private int left;

    Allowance(QuotaLedger ledger, QuotaDay day, int limit) {
        this.ledger = ledger;
        this.day = day;
        this.limit = limit;
    }

    /**
     * Takes units for the calls to come, so that what cannot be finished today is not begun.
     *
     * @throws OutOfUnits if the day has not so many left
     * @throws FinalFailure if no day has so many
     */
    void reserve(int units) {
        if (units > limit - taken) {
            throw new FinalFailure("the channel needs more units of YouTube's quota than a day has: " + limit);
        }
        if (!ledger.take(day.date(), units, limit)) {
            throw new OutOfUnits();
        }
        taken += units;
        left += units;
    }

    /** Spends the unit that a call costs, whatever comes of it. */
    void spend() {
        if (left == 0) {
            reserve(1);
        }
        left--;
    }

    @Override
    public void close() {
        if (left > 0) {
            ledger.giveBack(day.date(), left);
            left = 0;
        }
    }
}
