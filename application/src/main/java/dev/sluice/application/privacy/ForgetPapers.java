package dev.sluice.application.privacy;

import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Takes erased persons out of papers once these have been kept as long as the law asks. Any worker may run it at any time. */
public final class ForgetPapers {

    /** Bounds one transaction; what is left goes with the next. */
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final PersonalRecords personal;
    private final int years;
    private final InstantSource clock;

    /** @param years how long papers are kept, from the end of the year of issue on; at least one */
    public ForgetPapers(Transactions transactions, PersonalRecords personal, int years, InstantSource clock) {
        if (years < 1) {
            throw new IllegalArgumentException("papers are kept for at least a year");
        }
        this.transactions = transactions;
        this.personal = personal;
        this.years = years;
        this.clock = clock;
    }

    /** @return whether there may be more to forget at once */
    public boolean runOnce() {
        LocalDate firstKept = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfYear(1)
                .minusYears(years);
        return transactions.call(() -> personal.forgetPapers(firstKept, BATCH)) == BATCH;
    }
}
