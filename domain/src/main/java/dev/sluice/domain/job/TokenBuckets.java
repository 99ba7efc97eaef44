package dev.sluice.domain.job;

import java.util.Map;

/**
 * The fill of token buckets, which must survive the dispatcher: a bucket begins full and fills by the database's clock.
 * Safe for use by many threads; joins the caller's transaction.
 */
public interface TokenBuckets {

    /**
     * How many whole tokens each bucket holds now.
     *
     * @param buckets the names of the buckets, and their rates
     */
    Map<String, Integer> levels(Map<String, Rate> buckets);

    /** Takes tokens out of a bucket, which may owe some afterwards. */
    void spend(String bucket, Rate rate, int tokens);

    /** Puts tokens back that were spent for nothing; a bucket holds no more than it has room for. */
    default void giveBack(String bucket, Rate rate, int tokens) {
        spend(bucket, rate, -tokens);
    }
}
