package dev.sluice.domain.idempotency;

import java.util.UUID;

/** What a request finds when it claims its idempotency key. */
public sealed interface IdempotencyClaim {

    /** The key is new, belongs to this transaction until it ends and then has its result. */
    record Fresh() implements IdempotencyClaim {}

    /** The same request was carried out before, with this result. */
    record Done(UUID result) implements IdempotencyClaim {}

    /** Another request with this key is being carried out now. */
    record InFlight() implements IdempotencyClaim {}

    /** The key was used for a request that said something else. */
    record Reused() implements IdempotencyClaim {}
}
