package dev.sluice.adapters.persistence.transaction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many transactions run.
 *
 * @param limit how many at a time; fewer than the pool has connections, so that some are left for plain reads and for
 *     heartbeats
 * @param patience how long one waits for its turn
 */
@ConfigurationProperties("sluice.transactions")
record TransactionProperties(
        @DefaultValue("16") int limit, @DefaultValue("10s") Duration patience) {

    TransactionProperties {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("sluice.transactions.limit is from 1 to 1000, not " + limit);
        }
        if (patience.isNegative() || patience.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("sluice.transactions.patience is from 0s to 1m, not " + patience);
        }
    }
}
