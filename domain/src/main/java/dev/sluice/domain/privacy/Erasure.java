package dev.sluice.domain.privacy;

import dev.sluice.domain.access.Owner;
import java.time.Instant;
import java.util.UUID;

/**
 * The erasure of somebody's personal data, as it is on record: without any word of who it was.
 *
 * @param id new and random; the pseudonym of the erased person, too
 * @param owner whose buyer it was, or operations for all sellers'
 * @param requestedBy names the credential with which it was asked for
 */
public record Erasure(UUID id, Owner owner, String requestedBy, Instant requestedAt) {}
