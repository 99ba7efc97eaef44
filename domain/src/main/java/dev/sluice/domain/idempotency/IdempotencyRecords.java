package dev.sluice.domain.idempotency;

import java.time.Duration;
import java.util.UUID;

/** What is known of idempotency keys. Each method needs a transaction. Safe for use by many threads. */
public interface IdempotencyRecords {

    /**
     * Claims a key until the transaction ends. A fresh key's result is recorded at once, and kept with whatever else the
     * transaction writes. Never waits for another holder of the key.
     *
     * @param result what the request leads to, if it is carried out
     */
    IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint, UUID result);

    /**
     * Forgets keys that were recorded at least so long ago: they are fresh again.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int forget(Duration age, int limit);
}
