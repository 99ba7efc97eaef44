package dev.sluice.domain.idempotency;

import java.util.UUID;

/** What is known of idempotency keys. Both methods need a transaction. Safe for use by many threads. */
public interface IdempotencyRecords {

    /** Claims a key until the transaction ends. Never waits for another holder of the key. */
    IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint);

    /** Records the result of a freshly claimed key, kept with whatever else the transaction writes. */
    void record(IdempotencyKey key, RequestFingerprint fingerprint, UUID result);
}
