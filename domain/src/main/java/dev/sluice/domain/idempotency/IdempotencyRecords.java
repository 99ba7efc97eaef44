package dev.sluice.domain.idempotency;

import java.time.Duration;
import java.util.UUID;

/** What is known of idempotency keys. Each method needs a transaction. Safe for use by many threads. */
public interface IdempotencyRecords {

    /** Claims a key until the transaction ends. Never waits for another holder of the key. */
    IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint);

    /** Records the result of a freshly claimed key, kept with whatever else the transaction writes. */
    void record(IdempotencyKey key, RequestFingerprint fingerprint, UUID result);

    /**
     * Forgets keys that were recorded at least so long ago: they are fresh again.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int forget(Duration age, int limit);
}
