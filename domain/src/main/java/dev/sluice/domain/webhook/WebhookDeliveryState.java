package dev.sluice.domain.webhook;

/** How far a delivery has come. */
public enum WebhookDeliveryState {
    /** It is to be tried, or tried again. */
    PENDING,
    /** The endpoint has accepted it. */
    DELIVERED,
    /** It was given up. */
    FAILED
}
