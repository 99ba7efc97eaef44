package dev.sluice.domain.idempotency;

import java.util.UUID;

/**
 * A request that counts once.
 *
 * @param result what it leads to, if it is carried out
 */
public record IdempotentRequest(IdempotencyKey key, RequestFingerprint fingerprint, UUID result) {}
