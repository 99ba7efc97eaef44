package dev.sluice.domain.idempotency;

import java.time.Duration;
import java.util.List;

/** What is known of idempotency keys. Each method needs a transaction. Safe for use by many threads. */
public interface IdempotencyRecords {

    /**
     * Claims a request's key until the transaction ends. A fresh key's result is recorded at once, and kept with whatever
     * else the transaction writes. Never waits for another holder of the key.
     */
    default IdempotencyClaim claim(IdempotentRequest request) {
        return claimAll(List.of(request)).getFirst();
    }

    /**
     * {@linkplain #claim Claims} the keys of several requests at once.
     *
     * @param requests no two of them with the same key
     * @return what each has found, in their order
     */
    List<IdempotencyClaim> claimAll(List<IdempotentRequest> requests);

    /**
     * Forgets keys that were recorded at least so long ago: they are fresh again.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int forget(Duration age, int limit);
}
