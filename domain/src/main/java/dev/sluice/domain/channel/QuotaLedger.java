package dev.sluice.domain.channel;

import java.time.LocalDate;

/**
 * How many units of a source's daily quota all processes have used together. What a day is, its users decide. Each method
 * is exact however many call it at once, and counts at once, so it is not to be called within a transaction. Safe for use
 * by many threads.
 */
public interface QuotaLedger {

    /**
     * Takes units of a day, all or none.
     *
     * @param units positive
     * @param limit how many units may be used on that day
     * @return false if that would be more than the limit: nothing is taken
     */
    boolean take(LocalDate day, int units, int limit);

    /** Gives back units that were taken and not used. */
    void giveBack(LocalDate day, int units);

    /** Notes that of this day no unit is left, whatever was counted: of any limit up to this one none can be taken. */
    void useUp(LocalDate day, int limit);
}
