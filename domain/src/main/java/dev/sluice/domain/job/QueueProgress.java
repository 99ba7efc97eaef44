package dev.sluice.domain.job;

import java.util.Map;

/**
 * The record of how queues get on, by which anybody sees that one stands still. Safe for use by many threads; joins the
 * caller's transaction.
 */
public interface QueueProgress {

    /** Adds to how many attempts at jobs of each queue have begun. */
    void begun(Map<QueueName, Integer> attempts);

    /** How a queue gets on, by the database's clock. */
    QueueStanding standing(QueueName queue);
}
