package dev.sluice.adapters.web.access;

import java.util.Optional;

/** A kind of bearer token. Safe for use by many threads. */
@FunctionalInterface
public interface Credentials {

    /**
     * Who calls with a token, or empty if it is not one of this kind that is good.
     *
     * @throws dev.sluice.domain.failure.RetryableFailure if that cannot be told now
     */
    Optional<Verified> verify(String token);
}
