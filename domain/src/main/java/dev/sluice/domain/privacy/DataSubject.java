package dev.sluice.domain.privacy;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.party.EmailAddress;

/**
 * A person about whom something is held: a buyer, who is known by nothing but an e-mail address.
 *
 * @param owner whose buyer it is, or operations for all sellers'
 * @param email in capital or small letters, which make no difference
 */
public record DataSubject(Owner owner, EmailAddress email) {}
