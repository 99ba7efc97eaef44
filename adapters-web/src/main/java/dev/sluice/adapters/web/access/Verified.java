package dev.sluice.adapters.web.access;

import dev.sluice.domain.access.Caller;

/**
 * What is known of a good credential.
 *
 * @param holder names who holds it among the holders of all credentials; no secret, and the same for as long as it is held
 */
public record Verified(Caller caller, String holder) {}
