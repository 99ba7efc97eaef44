package dev.sluice.application.privacy;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.privacy.DataSubject;
import dev.sluice.domain.privacy.Erasure;
import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;

/**
 * Takes a person out of all orders. Several transactions take turns, so that none is long: one that is cut off leaves some
 * orders erased and the others for the next request, which comes to the same end.
 */
public final class ErasePersonalData {

    /** Bounds one transaction. */
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final PersonalRecords personal;
    private final Ids ids;
    private final InstantSource clock;

    public ErasePersonalData(Transactions transactions, PersonalRecords personal, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.personal = personal;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param requestedBy names the credential with which it is asked for */
    public Result erase(DataSubject subject, String requestedBy) {
        if (personal.isUnderWay(subject)) {
            return new UnderWay();
        }
        eraseAll(subject, new Erasure(ids.next(), subject.owner(), requestedBy, clock.instant()));
        // An order may have been placed or queued again meanwhile, and was left out.
        return personal.isUnderWay(subject) ? new UnderWay() : new Erased();
    }

    private void eraseAll(DataSubject subject, Erasure erasure) {
        int erased;
        do {
            erased = transactions.call(() -> personal.erase(subject, erasure, BATCH));
        } while (erased == BATCH);
    }

    /** What came of it. */
    public sealed interface Result {}

    /** No order names the person any more, or none ever did. */
    public record Erased() implements Result {}

    /** Some orders have not ended, and need to know their buyer. Nothing is erased, unless they came in the meantime. */
    public record UnderWay() implements Result {}
}
