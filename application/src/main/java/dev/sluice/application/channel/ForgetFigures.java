package dev.sluice.application.channel;

import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Forgets the daily figures of videos by age. Any worker may run it at any time. */
public final class ForgetFigures {

    /** What the growth over 28 days needs, on a day whose synchronisation is still to come. */
    private static final Duration SHORTEST = Duration.ofDays(29);

    /** Bounds one transaction; what is left goes with the next. */
    private static final int BATCH = 5_000;

    private final Transactions transactions;
    private final Channels channels;
    private final InstantSource clock;
    private final Duration keep;

    /** @param keep how long figures are kept, at least 29 days; what is left of a day does not count */
    public ForgetFigures(Transactions transactions, Channels channels, InstantSource clock, Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("figures are kept for at least 29 days");
        }
        this.transactions = transactions;
        this.channels = channels;
        this.clock = clock;
        this.keep = keep;
    }

    /** @return whether there may be more to forget at once */
    public boolean runOnce() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate before = today.minusDays(keep.toDays());
        return transactions.call(() -> channels.forgetFigures(before, BATCH)) == BATCH;
    }
}
