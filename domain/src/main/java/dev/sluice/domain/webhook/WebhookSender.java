package dev.sluice.domain.webhook;

/** The way to the endpoints. Safe for use by many threads; every wait in it is bounded. */
@FunctionalInterface
public interface WebhookSender {

    /**
     * Sends a message, signed, to where its URL leads now, if that {@linkplain WebhookTargets is accepted}. It follows no
     * redirection, and reads of the answer no more than the status. Not to be called within a transaction, for it takes
     * long.
     *
     * @throws dev.sluice.domain.failure.RetryableFailure if the thread is interrupted; it stays marked as interrupted
     */
    WebhookResponse send(WebhookMessage message);
}
