package dev.sluice.adapters.persistence.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who waits for a connection.
 *
 * @param waiting how many at most
 * @param patience how long at most
 * @param heavyReads how many portfolios and statistics are worked out at a time; 0 for two for each processor
 * @param heavyPatience how long one of them may have to wait by what is known, to be taken in
 * @param stall after how long without any connection coming back no request waits
 */
record AdmissionProperties(
        @DefaultValue("5000") int waiting,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("0") int heavyReads,
        @DefaultValue("1s") Duration heavyPatience,
        @DefaultValue("3s") Duration stall) {

    private static final int FOR_EACH_PROCESSOR = 2;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    AdmissionProperties {
        require(waiting >= 0 && waiting <= 100_000, "waiting is from 0 to 100000");
        require(isWait(patience), "patience is from 0s to 1m");
        require(heavyReads >= 0 && heavyReads <= 1_000, "heavy-reads is from 0 to 1000");
        require(isWait(heavyPatience), "heavy-patience is from 0s to 1m");
        require(isWait(stall), "stall is from 0s to 1m");
    }

    private static boolean isWait(Duration span) {
        return !span.isNegative() && span.compareTo(LONGEST) <= 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("sluice.database.admission." + rule);
        }
    }

    AdmissionLimits limits(int poolSize, Machine machine) {
        int heavy = heavyReads == 0 ? FOR_EACH_PROCESSOR * machine.processors() : heavyReads;
        return AdmissionLimits.of(poolSize, heavy, waiting, patience, heavyPatience, stall);
    }
}
