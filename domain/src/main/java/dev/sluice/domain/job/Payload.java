package dev.sluice.domain.job;

/** What a stored job was asked to do, before its type is known. */
@FunctionalInterface
public interface Payload {

    /** @throws dev.sluice.domain.failure.FinalFailure if it cannot be read as this type */
    <P> P as(Class<P> type);
}
