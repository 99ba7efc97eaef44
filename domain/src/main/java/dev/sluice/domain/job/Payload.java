package dev.sluice.domain.job;

/** What a stored job was asked to do, or what came of it, before its type is known. */
@FunctionalInterface
public interface Payload {

    /** @throws dev.sluice.domain.failure.FinalFailure if it cannot be read as this type */
    <P> P as(Class<P> type);
}
