package dev.sluice.domain.webhook;

/** Which URLs may be sent to. Safe for use by many threads; every wait in it is bounded. */
@FunctionalInterface
public interface WebhookTargets {

    /**
     * Whether a URL leads to the public network at the moment, and not into that of the installation. Where its name
     * leads may change, so this is asked anew for every delivery. Not to be called within a transaction, for it may take
     * long.
     */
    boolean accepts(WebhookUrl url);
}
