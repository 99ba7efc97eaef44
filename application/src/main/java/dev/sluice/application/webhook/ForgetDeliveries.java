package dev.sluice.application.webhook;

import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDeliveries;
import java.time.Duration;

/** Forgets deliveries by age. Any worker may run it at any time. */
public final class ForgetDeliveries {

    private static final Duration SHORTEST = Duration.ofDays(4);

    /** Bounds one transaction; what is left goes with the next. */
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final WebhookDeliveries deliveries;
    private final Duration keep;

    /** @param keep how long a delivery is on record, at least four days: it may be tried for more than three */
    public ForgetDeliveries(Transactions transactions, WebhookDeliveries deliveries, Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("a delivery is kept for at least four days");
        }
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.keep = keep;
    }

    /** @return whether there may be more to forget at once */
    public boolean runOnce() {
        return transactions.call(() -> deliveries.forget(keep, BATCH)) == BATCH;
    }
}
